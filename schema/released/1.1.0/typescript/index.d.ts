// Do not edit: generated from the JSON Schema of the model configuration by `python3 dev.py -s codegen`.
// Contract version 1.1.0, schema hash 4ce03c337733f38b.
// SPDX-License-Identifier: Apache-2.0
/* eslint no-restricted-syntax: ["error", "ExportNamedDeclaration"] -- Makes the next directive never unused. */
/* eslint-disable */

/**
 * A complete model configuration. The same shape serves as the published catalogue, as the merged
 * result on an instance, and, without its server-side properties, as the client view.
 */
export interface ModelConfiguration {
  /**
   * Version of the wire format. Readers compare it with "1.0". It is independent of the contract
   * version. Clients up to July 2025 do not compare it.
   */
  readonly schemaVersion: SchemaVersion;
  /**
   * Version of the content. An opaque string to readers; the catalogue writes `YYYY-MM-DD.N`, the
   * day and a counter within it. An instance without catalogue models writes "-".
   *
   * At least 1 character.
   */
  readonly revision: string;
  /**
   * The providers of the models, in display order.
   *
   * No two items have the same `id`.
   */
  readonly providers: readonly Provider[];
  /**
   * The models, in display order. The order also decides which model is inferred if a default is
   * missing.
   *
   * No two items have the same `modelRef`.
   */
  readonly models: readonly Model[];
  /** The models that are used if a user has not chosen one. */
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
 * Identifies a provider within one document. It is the first part of the references of the
 * provider's models. Valid characters: letters, digits and
 * `- . _ ~ / ? # [ ] @ ! $ & ' ( ) * + , ; = %`. Clients choose some behaviour by well-known ids
 * such as `anthropic`.
 *
 * Matches `^[a-zA-Z0-9\-._~/?#\[\]@!$&'()*+,;=%]+$`.
 */
export type ProviderID = string;

/**
 * Identifies a model: `provider::apiVersion::modelID`, each part non-empty and of the characters
 * that a ProviderID allows. The last part is a name that this document chooses; the name at the
 * provider is `modelName`.
 *
 * Matches
 * `^[a-zA-Z0-9\-._~/?#\[\]@!$&'()*+,;=%]+::[a-zA-Z0-9\-._~/?#\[\]@!$&'()*+,;=%]+::[a-zA-Z0-9\-._~/?#\[\]@!$&'()*+,;=%]+$`.
 */
export type ModelRef = `${string}::${string}::${string}`;

/**
 * A calendar day in UTC, `YYYY-MM-DD`.
 *
 * Matches `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`.
 */
export type CalendarDate = string;

/** A service that runs models: a vendor, a cloud, or self-hosted servers. */
export interface Provider {
  /**
   * The provider's identifier, unique within the document. Model pickers show it, with a capital
   * letter.
   */
  readonly id: ProviderID;
  /**
   * Display name, at most 128 bytes of UTF-8. If it is absent or blank, an instance sets
   * `Provider "id"`. Clients up to July 2025 show the id instead.
   *
   * At most 128 characters. Always present in the client view.
   */
  readonly displayName: string;
  /** Settings that clients receive. It has no properties yet. */
  readonly clientSideConfig?: ClientSideProviderConfig;
}

/**
 * Client-side settings of a provider. It has no properties yet. It is declared so that readers
 * accept the first one.
 */
export interface ClientSideProviderConfig {
  /** There are no properties yet; this rejects any name. */
  readonly [none: symbol]: never;
}

/** One model: how to refer to it, what it can do, and how much text it takes. */
export interface Model {
  /** The model's identifier, unique within the document. */
  readonly modelRef: ModelRef;
  /**
   * Display name, at most 128 bytes of UTF-8, as model pickers show it. If it is absent or blank,
   * an instance sets the ModelID, the last part of `modelRef`.
   *
   * At most 128 characters. Always present in the client view.
   */
  readonly displayName: string;
  /**
   * Name of the model in the provider's API. It may change while `modelRef` stays, for example when
   * an alias refers to a newer build.
   *
   * At least 1 character.
   */
  readonly modelName: string;
  /**
   * What the model can be used for. A set: the order has no meaning.
   *
   * Items are unique.
   */
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
   * Maximum numbers of tokens that clients send and request. Where the site's feature flag
   * `enhanced-context-window` is set, clients use the window of their tier in `modelConfigAllTiers`
   * instead, if that property is present. Of models whose `modelName` starts with `mistral` or
   * `mixtral`, clients use 85 % of this window's input.
   */
  readonly contextWindow: ContextWindow;
  /**
   * Settings that clients need to use this model. Clients up to July 2025 read only whether
   * `openAICompatible` is present, and its `contextSizeHintTotalCharacters`.
   */
  readonly clientSideConfig?: ClientSideModelConfig;
  /**
   * Approximate price of the model, for comparison only. Clients up to July 2025 do not read it.
   */
  readonly estimatedModelCost?: ModelCost;
  /**
   * Context windows by subscription, for clients where the feature flag `enhanced-context-window`
   * is set. If it is present, clients read their tier from it without checking that it exists, so
   * `enterprise` is required. For clients, an instance sets each tier that is absent to the model's
   * own window.
   */
  readonly modelConfigAllTiers?: ModelConfigAllTiers;
  /**
   * Day on which the vendor released the model.
   *
   * @since 1.1.0
   */
  readonly releasedOn?: CalendarDate;
  /**
   * Day on which the provider deprecated the model, on the route through which the document's
   * publisher reaches it. It may be in the future.
   *
   * @since 1.1.0
   */
  readonly deprecatedOn?: CalendarDate;
  /**
   * Day from which the provider no longer serves the model, on the route through which the
   * document's publisher reaches it. If it is absent, no day has been announced.
   *
   * @since 1.1.0
   */
  readonly retiresOn?: CalendarDate;
  /**
   * The model of this document to use after `retiresOn`.
   *
   * @since 1.1.0
   */
  readonly replacement?: ModelRef;
}

/**
 * A use of a model.
 *
 * - `"autocomplete"`: Completes code at the cursor.
 * - `"chat"`: Answers in a conversation.
 * - `"edit"`: Rewrites a selection as instructed.
 * - `"vision"`: Reads images that a user adds.
 * - `"reasoning"`: Reasons before it answers, which takes time and output tokens. Clients do not
 *   offer such a model for edits.
 * - `"tools"`: Calls tools that the client provides. Clients up to July 2025 do not read it.
 * - `"smartApply"`: Applies a suggested change to a file. Clients up to July 2025 do not read it.
 * - `"fallback"`: Can be used after a user has reached a limit. Clients up to July 2025 do not read
 *   it.
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
 * A use of a model.
 *
 * Open: a later version may send a value that is not in `KnownCapability`.
 */
export type Capability = KnownCapability | (string & {});

/**
 * What a model is best at.
 *
 * - `"accuracy"`: The best answers, but slower.
 * - `"balanced"`: Good answers at moderate speed.
 * - `"speed"`: Fast answers.
 * - `"other"`: None of these: older and special-purpose models. Never inferred as a default.
 * - `"deprecated"`: A status rather than a category; accepted because existing site configurations
 *   have it. Never inferred as a default. Deprecated since contract 1.0.0; use status `deprecated`.
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
 * - `"experimental"`: May change or be removed without notice. Clients offer it with a badge.
 * - `"beta"`: Nearly ready; may have defects.
 * - `"stable"`: Ready for general use.
 * - `"deprecated"`: Being retired. Still served, so that old references work; clients hide it.
 * - `"waitlist"`: Announced; offered only to admitted users. Clients hide it from enterprise users.
 * - `"internal"`: For the developers of Cody. Clients offer it to every user, with a badge.
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
 * A subscription tier.
 *
 * - `"free"`: All users, free of charge.
 * - `"pro"`: Individuals with a paid subscription.
 * - `"enterprise"`: Users of an enterprise instance.
 */
export type KnownModelTier = "free" | "pro" | "enterprise";

/**
 * A subscription tier.
 *
 * Open: a later version may send a value that is not in `KnownModelTier`.
 */
export type ModelTier = KnownModelTier | (string & {});

/**
 * Token budgets of one request. Clients observe these budgets; they are not the model's technical
 * limits, so the output budget may exceed the input budget.
 */
export interface ContextWindow {
  /**
   * Maximum number of tokens that a client sends: prompt, history and context together.
   *
   * At least 1.
   */
  readonly maxInputTokens: number;
  /**
   * Maximum number of tokens that a client requests from the model.
   *
   * At least 1.
   */
  readonly maxOutputTokens: number;
  /**
   * The part of `maxInputTokens` for the conversation itself: what the user types, and its history.
   * The rest is for context that the user adds. Clients up to July 2025 read it only in
   * `modelConfigAllTiers`, where the feature flag `enhanced-context-window` is set. If it is
   * absent, or not less than `maxInputTokens`, the conversation may use the whole input budget;
   * clients divide only exactly 45,000, into 15,000 for the conversation and 30,000 for context.
   *
   * At least 1.
   */
  readonly maxUserInputTokens?: number;
}

/** Settings of a model by subscription. */
export interface ModelConfigAllTiers {
  /** For users of the free tier. If it is absent, clients get the model's own window. */
  readonly free?: ModelTierConfig;
  /** For users of the pro tier. If it is absent, clients get the model's own window. */
  readonly pro?: ModelTierConfig;
  /** For users of an enterprise instance. */
  readonly enterprise?: ModelTierConfig;
}

/** Settings of a model within one subscription. */
export interface ModelTierConfig {
  /** The budgets in this tier, in place of the model's own. */
  readonly contextWindow: ContextWindow;
}

/** Approximate price of a model. */
export interface ModelCost {
  /** Number of tokens that the two prices are for. */
  readonly unit: ModelCostUnit;
  /**
   * Price of one unit of input tokens, in US cents.
   *
   * At least 0.
   */
  readonly inputTokenPennies: number;
  /**
   * Price of one unit of output tokens, in US cents.
   *
   * At least 0.
   */
  readonly outputTokenPennies: number;
}

/**
 * Number of tokens that a price is for.
 *
 * - `"mtok"`: A million tokens.
 * - `"btok"`: A billion tokens.
 */
export type KnownModelCostUnit = "mtok" | "btok";

/**
 * Number of tokens that a price is for.
 *
 * Open: a later version may send a value that is not in `KnownModelCostUnit`.
 */
export type ModelCostUnit = KnownModelCostUnit | (string & {});

/** Client-side settings of a model, by kind of API. */
export interface ClientSideModelConfig {
  /**
   * Settings for a model behind an OpenAI-compatible API. If it is present, even empty,
   * autocomplete accepts the model whatever its provider and name are.
   */
  readonly openAICompatible?: ClientSideOpenAICompatible;
}

/** The models that are used if a user has not chosen one. */
export interface DefaultModels {
  /**
   * For conversations, and for edits. Needs the capability `chat`, and `edit` for edits: clients do
   * not edit with a model that lacks it.
   *
   * The value must be present at `/models/*\/modelRef`.
   */
  readonly chat: ModelRef;
  /**
   * For small background tasks that need a fast answer. Needs the capability `chat`. Clients up to
   * July 2025 do not read it.
   *
   * The value must be present at `/models/*\/modelRef`.
   */
  readonly fastChat: ModelRef;
  /**
   * For completing code at the cursor. Needs the capability `autocomplete`. Clients have no
   * autocomplete if they do not know the provider's id, or, at Fireworks and Google, the ModelID;
   * `openAICompatible` in the model's `clientSideConfig` lifts both limits.
   *
   * The value must be present at `/models/*\/modelRef`.
   */
  readonly codeCompletion: ModelRef;
  /**
   * For conversations of a user who has reached a limit. Needs the capability `chat`. Current
   * clients read the same value as `unlimitedChat`.
   *
   * The value must be present at `/models/*\/modelRef`.
   */
  readonly fallbackChat?: ModelRef;
  /**
   * The name under which current clients read `fallbackChat`. Exists only in the client view.
   *
   * The value must be present at `/models/*\/modelRef`. Sent to clients only: a copy of
   * `fallbackChat`.
   */
  readonly unlimitedChat?: ModelRef;
}

/**
 * How clients use a model behind an OpenAI-compatible API. Every property is optional; for an
 * absent one, the client decides. Clients up to July 2025 read only
 * `contextSizeHintTotalCharacters`, and that this object is present. JetBrains clients expect
 * integers for all numbers.
 */
export interface ClientSideOpenAICompatible {
  /**
   * Texts at which the model stops. Set them if the model continues after its answer. Clients up to
   * July 2025 do not read it.
   */
  readonly stopSequences?: readonly string[];
  /**
   * The token with which the model marks the end of a text. Clients remove it. Clients up to July
   * 2025 do not read it.
   */
  readonly endOfText?: string;
  /**
   * Maximum number of context characters that autocomplete sends: prefix, suffix and snippets
   * together. 0 counts as absent: clients then send 4,096.
   *
   * At least 0.
   */
  readonly contextSizeHintTotalCharacters?: number;
  /**
   * Maximum number of characters before the cursor that autocomplete sends. Clients up to July 2025
   * do not read it.
   *
   * At least 0.
   */
  readonly contextSizeHintPrefixCharacters?: number;
  /**
   * Maximum number of characters after the cursor that autocomplete sends. Clients up to July 2025
   * do not read it.
   *
   * At least 0.
   */
  readonly contextSizeHintSuffixCharacters?: number;
  /**
   * Instruction inserted before every chat message to this model. A user's own setting overrides
   * it. Clients up to July 2025 do not read it.
   */
  readonly chatPreInstruction?: string;
  /**
   * Instruction inserted after every edit request to this model. A user's own setting overrides it.
   * Clients up to July 2025 do not read it.
   */
  readonly editPostInstruction?: string;
  /**
   * Time in milliseconds that clients wait for a completion of one line before they show none. 0
   * counts as absent. Clients up to July 2025 do not read it.
   *
   * At least 0.
   */
  readonly autocompleteSinglelineTimeout?: number;
  /**
   * Time in milliseconds that clients wait for a completion of several lines before they show none.
   * 0 counts as absent. Clients up to July 2025 do not read it.
   *
   * At least 0.
   */
  readonly autocompleteMultilineTimeout?: number;
  /**
   * Chat: number of most likely tokens from which the next token is sampled. In a site
   * configuration, -1 counts as absent. Clients up to July 2025 do not read it.
   */
  readonly chatTopK?: number;
  /**
   * Chat: the next token is sampled from the most likely tokens that together have this
   * probability, 0 to 1. In a site configuration, -1 counts as absent. Clients up to July 2025 do
   * not read it.
   *
   * At least 0. At most 1.
   */
  readonly chatTopP?: number;
  /**
   * Chat: sampling temperature. 0 always selects the most likely token; most servers allow up to 2.
   * In a site configuration, -1 counts as absent. Clients up to July 2025 do not read it.
   *
   * At least 0.
   */
  readonly chatTemperature?: number;
  /**
   * Chat: maximum number of tokens that the model produces for one answer. 0 counts as absent; in a
   * site configuration, so does -1. Clients up to July 2025 do not read it.
   *
   * At least 0.
   */
  readonly chatMaxTokens?: number;
  /**
   * Autocomplete: number of most likely tokens from which the next token is sampled. In a site
   * configuration, -1 counts as absent. Clients up to July 2025 do not read it.
   */
  readonly autoCompleteTopK?: number;
  /**
   * Autocomplete: the next token is sampled from the most likely tokens that together have this
   * probability, 0 to 1. In a site configuration, -1 counts as absent. Clients up to July 2025 do
   * not read it.
   *
   * At least 0. At most 1.
   */
  readonly autoCompleteTopP?: number;
  /**
   * Autocomplete: sampling temperature. 0 always selects the most likely token; most servers allow
   * up to 2. In a site configuration, -1 counts as absent. Clients up to July 2025 do not read it.
   *
   * At least 0.
   */
  readonly autoCompleteTemperature?: number;
  /**
   * Autocomplete: maximum number of tokens that the model produces for a completion of one line. 0
   * counts as absent; in a site configuration, so does -1. Clients up to July 2025 do not read it.
   *
   * At least 0.
   */
  readonly autoCompleteSinglelineMaxTokens?: number;
  /**
   * Autocomplete: maximum number of tokens that the model produces for a completion of several
   * lines. 0 counts as absent; in a site configuration, so does -1. Clients up to July 2025 do not
   * read it.
   *
   * At least 0.
   */
  readonly autoCompleteMultilineMaxTokens?: number;
  /**
   * Edit: number of most likely tokens from which the next token is sampled. In a site
   * configuration, -1 counts as absent. Clients up to July 2025 do not read it.
   */
  readonly editTopK?: number;
  /**
   * Edit: the next token is sampled from the most likely tokens that together have this
   * probability, 0 to 1. In a site configuration, -1 counts as absent. Clients up to July 2025 do
   * not read it.
   *
   * At least 0. At most 1.
   */
  readonly editTopP?: number;
  /**
   * Edit: sampling temperature. 0 always selects the most likely token; most servers allow up to 2.
   * In a site configuration, -1 counts as absent. Clients up to July 2025 do not read it.
   *
   * At least 0.
   */
  readonly editTemperature?: number;
  /**
   * Edit: maximum number of tokens that the model produces for one edit. 0 counts as absent; in a
   * site configuration, so does -1. Clients up to July 2025 do not read it.
   *
   * At least 0.
   */
  readonly editMaxTokens?: number;
}
