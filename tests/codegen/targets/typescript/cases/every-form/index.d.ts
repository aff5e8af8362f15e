// Do not edit: generated from the JSON Schema of the model configuration by `python3 dev.py -s codegen`.
// Contract version 2.3.4, schema hash 8e43fff1842b07c9.
// SPDX-License-Identifier: Apache-2.0
/* eslint no-restricted-syntax: ["error", "ExportNamedDeclaration"] -- Makes the next directive never unused. */
/* eslint-disable */

/** The whole. */
export interface Document {
  /** Required, of a named type. */
  readonly identity: Reference;
  /**
   * Optional to write, always received.
   *
   * Always present in the client view.
   */
  readonly title: string;
  /**
   * Received only.
   *
   * Sent to clients only: a copy of `title`.
   */
  readonly alias?: string;
  /**
   * A name without a rule.
   *
   * @defaultValue `false`
   */
  readonly openAICompatible?: boolean;
  /** A name in two parts. */
  readonly "two.words"?: number;
  /**
   * Another one.
   *
   * At least 0. At most 9.
   */
  readonly "kebab-case"?: number;
  /** A reserved word needs no quotes. */
  readonly class?: string;
  /** A list. */
  readonly list?: readonly string[];
  /** A list of lists. */
  readonly table?: readonly (readonly Colour[])[];
  /** A list of one of several. */
  readonly shapes?: readonly Shape[];
  /**
   * Names are free.
   *
   * Each property: each item: at least 1, at most 5.
   */
  readonly labels?: { readonly [name: string]: readonly number[] };
  /** Null means absent. */
  readonly nothing?: string | null;
  /** The same, of a named type. */
  readonly nowhere?: Empty | null;
  /**
   * How much.
   *
   * @defaultValue `"low"`
   * @since 2.1.0
   */
  readonly level?: Level;
  /**
   * What it looks like. This text is long enough that it has to be broken, and it names
   * `a b c \@d e` on the way.
   *
   * @defaultValue `"red"`
   * @since 1.0.0
   * @deprecated Since contract 2.2.0; use `shapes`.
   */
  readonly colour?: Colour;
  /**
   * Nobody knows since when.
   *
   * @deprecated
   */
  readonly forgotten?: string;
}

/**
 * Two parts.
 *
 * Matches `^[a-z]+::[a-z]+$`.
 */
export type Reference = `${string}::${string}`;

/** No members yet. */
export interface Empty {
  /** There are no properties yet; this rejects any name. */
  readonly [none: symbol]: never;
}

/**
 * A closed list.
 *
 * - `"low"`: Little.
 * - `"high"`: Much.
 */
export type Level = "low" | "high";

/**
 * An open list.
 *
 * - `"red"`: As a rose.
 * - `"crimson"`: Darker. Deprecated since contract 1.5.0; use `red`.
 * - `"blue"`: As the sky. Deprecated.
 *
 * @deprecated Use a list of `Shape`.
 */
export type KnownColour = "red" | "crimson" | "blue";

/**
 * An open list.
 *
 * Open: a later version may send a value that is not in `KnownColour`.
 *
 * @deprecated Use a list of `Shape`.
 */
export type Colour = KnownColour | (string & {});

/** One of several. */
export type Shape = Circle | Square;

/** Round. */
export interface Circle {
  /** Which shape. */
  readonly type: "circle";
  /** In metres. */
  readonly radius: number;
}

/** Angular. */
export interface Square {
  /** Which shape. */
  readonly type: "square";
  /** In metres. */
  readonly side: number;
}
