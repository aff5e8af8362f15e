// Do not edit: generated from the JSON Schema of the model configuration. To regenerate, run `nox -s codegen`.
// Contract version 1.0.0, schema hash 139c965f1b0c0b2f.
// SPDX-License-Identifier: Apache-2.0
/* eslint-disable */

/**
 * A complete model configuration. The same shape serves as the published catalogue, as the merged
 * result on an instance, and, without its server-side members, as what clients receive.
 */
export interface ModelConfiguration {
  /**
   * Version of the wire format. Readers compare it with "1.0"; it does not follow the contract's
   * own version.
   */
  readonly schemaVersion: SchemaVersion;
  /**
   * Which edition of the content this is. An opaque string to readers; our catalogue writes
   * `YYYY-MM-DD.N`, the day and a counter within it. An instance without supplied models writes
   * "-".
   */
  readonly revision: string;
  /** Who serves the models, in display order. */
  readonly providers: readonly Provider[];
  /**
   * The models, in display order. The order also decides which model is inferred where a default is
   * missing.
   */
  readonly models: readonly Model[];
  /** The models that are used where a user has chosen none. */
  readonly defaultModels: DefaultModels;
}

/**
 * Version of the wire format.
 *
 * - `"1.0"`: The only version so far.
 */
export type KnownSchemaVersion = "1.0";

/**
 * Version of the wire format.
 *
 * Open: a later version may send a value that is not in `KnownSchemaVersion`.
 */
export type SchemaVersion = KnownSchemaVersion | (string & {});

/**
 * Identifies a provider within one document, and is the first part of the references of its models.
 * Letters, digits and `- . _ ~ / ? # [ ] @ ! $ & ' ( ) * + , ; = %`. Clients choose some behaviour
 * by well-known ids such as `anthropic`.
 */
export type ProviderID = string;

/**
 * Identifies a model: `provider::apiVersion::modelID`, each part non-empty and of the characters
 * that a ProviderID allows. The last part is a name of ours; what the provider calls the model is
 * its `modelName`.
 */
export type ModelRef = `${string}::${string}::${string}`;

/** A party that serves models: a vendor, a cloud, or a company's own machines. */
export interface Provider {
  /** The provider's identity, unique within the document. */
  readonly id: ProviderID;
  /**
   * Name that a person sees, at most 128 bytes of UTF-8. Where it is absent or blank, an instance
   * fills in `Provider "id"`.
   */
  readonly displayName: string;
  /** Settings that clients receive. Nothing is defined for it yet. */
  readonly clientSideConfig?: ClientSideProviderConfig;
}

/**
 * Client-side settings of a provider. It has no members yet; it stands here so that readers accept
 * the first one.
 */
export interface ClientSideProviderConfig {
  /** There are no properties yet; this rejects any name. */
  readonly [none: symbol]: never;
}

/** One model: how to refer to it, what it can do, and how much text it takes. */
export interface Model {
  /** The model's identity, unique within the document. */
  readonly modelRef: ModelRef;
  /**
   * Name that a person sees, at most 128 bytes of UTF-8. Where it is absent or blank, an instance
   * fills in the ModelID, the last part of `modelRef`.
   */
  readonly displayName: string;
  /**
   * Name that the provider's API knows. It may change while `modelRef` stays, for example when an
   * alias is pointed at a newer build.
   */
  readonly modelName: string;
  /** What the model may be used for. A set: the order has no meaning. */
  readonly capabilities: readonly Capability[];
  /** What the model is best at, as the model picker groups it. */
  readonly category: ModelCategory;
  /** How mature the model is, and whether clients should offer it. */
  readonly status: ModelStatus;
  /**
   * The lowest subscription that may use the model. Every model that a site administrator defines
   * or changes is `enterprise`.
   */
  readonly tier: ModelTier;
  /**
   * How many tokens clients send and ask for at most. Clients prefer the window of their tier in
   * `modelConfigAllTiers` where there is one.
   */
  readonly contextWindow: ContextWindow;
  /** Settings that clients need to talk to this model well. */
  readonly clientSideConfig?: ClientSideModelConfig;
  /** Roughly what the model costs, for comparison. Not a bill. */
  readonly estimatedModelCost?: ModelCost;
  /**
   * Context windows by subscription. Where it is present, clients read their own tier in it without
   * a guard, so `enterprise` must be there.
   */
  readonly modelConfigAllTiers?: ModelConfigAllTiers;
}

/**
 * Something that a model may be used for.
 *
 * - `"autocomplete"`: Completes code at the cursor.
 * - `"chat"`: Answers in a conversation.
 * - `"edit"`: Rewrites a selection as instructed.
 * - `"vision"`: Reads images that a user adds.
 * - `"reasoning"`: Thinks before it answers, which takes time and output tokens.
 * - `"tools"`: Calls tools that the client offers it.
 * - `"smartApply"`: Applies a suggested change to a file.
 * - `"fallback"`: May take over when a user has used up a limit.
 */
export type KnownCapability =
  | "autocomplete"
  | "chat"
  | "edit"
  | "vision"
  | "reasoning"
  | "tools"
  | "smartApply"
  | "fallback";

/**
 * Something that a model may be used for.
 *
 * Open: a later version may send a value that is not in `KnownCapability`.
 */
export type Capability = KnownCapability | (string & {});

/**
 * What a model is best at.
 *
 * - `"accuracy"`: The best answers, at the price of time.
 * - `"balanced"`: Good answers in good time.
 * - `"speed"`: Quick answers.
 * - `"other"`: None of these: older and special-purpose models. Never inferred as a default.
 * - `"deprecated"`: A maturity and not a strength: accepted because site configurations have it.
 *   Never inferred as a default. Deprecated since contract 1.0.0; use status `deprecated`.
 */
export type KnownModelCategory =
  | "accuracy"
  | "balanced"
  | "speed"
  | "other"
  | "deprecated";

/**
 * What a model is best at.
 *
 * Open: a later version may send a value that is not in `KnownModelCategory`.
 */
export type ModelCategory = KnownModelCategory | (string & {});

/**
 * How mature a model is.
 *
 * - `"experimental"`: May change or vanish without notice.
 * - `"beta"`: Nearly ready; expect rough edges.
 * - `"stable"`: Ready for general use.
 * - `"deprecated"`: On its way out. Still served, so that old references work; clients hide it.
 * - `"waitlist"`: Announced; offered only to those admitted. Clients hide it from enterprise users.
 * - `"internal"`: For the use of those who make Cody; other clients do not offer it.
 */
export type KnownModelStatus =
  | "experimental"
  | "beta"
  | "stable"
  | "deprecated"
  | "waitlist"
  | "internal";

/**
 * How mature a model is.
 *
 * Open: a later version may send a value that is not in `KnownModelStatus`.
 */
export type ModelStatus = KnownModelStatus | (string & {});

/**
 * A subscription.
 *
 * - `"free"`: Everyone, without paying.
 * - `"pro"`: Individuals who pay.
 * - `"enterprise"`: Users of an enterprise instance.
 */
export type KnownModelTier = "free" | "pro" | "enterprise";

/**
 * A subscription.
 *
 * Open: a later version may send a value that is not in `KnownModelTier`.
 */
export type ModelTier = KnownModelTier | (string & {});

/**
 * Token budgets of one request. Budgets that clients keep to, not the model's technical limits: the
 * output budget may exceed the input budget.
 */
export interface ContextWindow {
  /** Most tokens that a client sends: prompt, history and context together. */
  readonly maxInputTokens: number;
  /** Most tokens that a client asks the model to produce. */
  readonly maxOutputTokens: number;
  /**
   * The share of `maxInputTokens` kept for context that the user added. Where it is absent, clients
   * share the input budget out themselves.
   */
  readonly maxUserInputTokens?: number;
}

/** Settings of a model by subscription. */
export interface ModelConfigAllTiers {
  /** For users of the free tier. */
  readonly free?: ModelTierConfig;
  /** For users of the pro tier. */
  readonly pro?: ModelTierConfig;
  /** For users of an enterprise instance. */
  readonly enterprise?: ModelTierConfig;
}

/** Settings of a model within one subscription. */
export interface ModelTierConfig {
  /** The budgets in this tier, in place of the model's own. */
  readonly contextWindow: ContextWindow;
}

/** Roughly what a model costs. */
export interface ModelCost {
  /** How many tokens the two prices are for. */
  readonly unit: ModelCostUnit;
  /** Price of one unit of input tokens, in US cents. */
  readonly inputTokenPennies: number;
  /** Price of one unit of output tokens, in US cents. */
  readonly outputTokenPennies: number;
}

/**
 * The amount of tokens that a price is for.
 *
 * - `"mtok"`: A million tokens.
 * - `"btok"`: A billion tokens.
 */
export type KnownModelCostUnit = "mtok" | "btok";

/**
 * The amount of tokens that a price is for.
 *
 * Open: a later version may send a value that is not in `KnownModelCostUnit`.
 */
export type ModelCostUnit = KnownModelCostUnit | (string & {});

/** Client-side settings of a model, by the API it speaks. */
export interface ClientSideModelConfig {
  /**
   * Settings for a model behind an OpenAI-compatible API. Its presence, even empty, tells clients
   * to treat the model as such.
   */
  readonly openAICompatible?: ClientSideOpenAICompatible;
}

/** The models that are used where a user has chosen none. */
export interface DefaultModels {
  /** For conversations. Needs the capability `chat`. */
  readonly chat: ModelRef;
  /**
   * For small tasks in the background where an answer must come at once. Needs the capability
   * `chat`.
   */
  readonly fastChat: ModelRef;
  /** For completing code at the cursor. Needs the capability `autocomplete`. */
  readonly codeCompletion: ModelRef;
  /**
   * For conversations of a user who has used up a limit. Needs the capability `chat`. Current
   * clients read the same value as `unlimitedChat`.
   */
  readonly fallbackChat?: ModelRef;
  /**
   * The name under which current clients read `fallbackChat`. Exists in what clients receive only.
   */
  readonly unlimitedChat?: ModelRef;
}

/**
 * How clients should talk to a model behind an OpenAI-compatible API. Every member is optional;
 * what is absent is left to the client.
 */
export interface ClientSideOpenAICompatible {
  /** Texts at which the model is to stop. Set them where the model runs on after its answer. */
  readonly stopSequences?: readonly string[];
  /** The token with which the model marks the end of a text, so that clients can cut it off. */
  readonly endOfText?: string;
  /**
   * Most characters of context that autocomplete should send altogether: prefix, suffix and
   * snippets. 0 is a value: no context.
   */
  readonly contextSizeHintTotalCharacters?: number;
  /**
   * Most characters before the cursor that autocomplete should send. 0 is a value: nothing before
   * the cursor.
   */
  readonly contextSizeHintPrefixCharacters?: number;
  /**
   * Most characters after the cursor that autocomplete should send. 0 is a value: nothing after the
   * cursor.
   */
  readonly contextSizeHintSuffixCharacters?: number;
  /** Instruction put before every chat message to this model. A user's own setting for it wins. */
  readonly chatPreInstruction?: string;
  /** Instruction put after every edit request to this model. A user's own setting for it wins. */
  readonly editPostInstruction?: string;
  /**
   * How long, in milliseconds, clients wait for a completion of one line before they show none. 0
   * counts as absent.
   */
  readonly autocompleteSinglelineTimeout?: number;
  /**
   * How long, in milliseconds, clients wait for a completion of several lines before they show
   * none. 0 counts as absent.
   */
  readonly autocompleteMultilineTimeout?: number;
  /**
   * Chat: from how many of the likeliest tokens the next one is drawn. Some servers read -1 as all
   * of them.
   */
  readonly chatTopK?: number;
  /**
   * Chat: the next token is drawn from the likeliest ones that together have this probability, 0 to 1.
   */
  readonly chatTopP?: number;
  /**
   * Chat: how freely the next token is drawn. 0 always takes the likeliest; most servers allow up
   * to 2.
   */
  readonly chatTemperature?: number;
  /** Chat: most tokens that the model may produce for one answer. 0 counts as absent. */
  readonly chatMaxTokens?: number;
  /**
   * Autocomplete: from how many of the likeliest tokens the next one is drawn. Some servers read -1
   * as all of them.
   */
  readonly autoCompleteTopK?: number;
  /**
   * Autocomplete: the next token is drawn from the likeliest ones that together have this
   * probability, 0 to 1.
   */
  readonly autoCompleteTopP?: number;
  /**
   * Autocomplete: how freely the next token is drawn. 0 always takes the likeliest; most servers
   * allow up to 2.
   */
  readonly autoCompleteTemperature?: number;
  /**
   * Autocomplete: most tokens that the model may produce for a completion of one line. 0 counts as
   * absent.
   */
  readonly autoCompleteSinglelineMaxTokens?: number;
  /**
   * Autocomplete: most tokens that the model may produce for a completion of several lines. 0
   * counts as absent.
   */
  readonly autoCompleteMultilineMaxTokens?: number;
  /**
   * Edit: from how many of the likeliest tokens the next one is drawn. Some servers read -1 as all
   * of them.
   */
  readonly editTopK?: number;
  /**
   * Edit: the next token is drawn from the likeliest ones that together have this probability, 0 to 1.
   */
  readonly editTopP?: number;
  /**
   * Edit: how freely the next token is drawn. 0 always takes the likeliest; most servers allow up
   * to 2.
   */
  readonly editTemperature?: number;
  /** Edit: most tokens that the model may produce for one edit. 0 counts as absent. */
  readonly editMaxTokens?: number;
}
