// Do not edit: generated from the JSON Schema of the model configuration by `python3 dev.py -s codegen`.
// Contract version 1.0.0, schema hash 4ccd1503c8f4fc13.
// SPDX-License-Identifier: Apache-2.0
/* eslint no-restricted-syntax: ["error", "ExportNamedDeclaration"] -- Makes the next directive never unused. */
/* eslint-disable */

/** Ends here *\/ export const evil = 1; /* and goes on */
export interface Document {
  /** *\/ at the start, **\/ within, and at the end *\/ */
  readonly ending?: string;
  /** backslashes \*\/ and \\ and one last \ */
  readonly escapedEnding?: string;
  /** {{ 7 * 7 }} {% raw %} {# gone #} ${process.exit(1)} */
  readonly template?: string;
  /**
   * one
   * two
   * three
   *
   * four
   * *\/ five
   * six
   * seven
   */
  readonly lines?: string;
  /**
   * \@deprecated at the start
   * \@ts-ignore on a line
   * in the middle \@\internal, `@\internal`, ops@\internal.example and {\@link Document} and @ alone,
   * me@example.com
   * \@ at the start
   *   \@ further in
   *   \@deprecated too
   */
  readonly tags?: string;
  /**
   * This line is so long that it has to be broken somewhere, and just where it is broken stands
   * \@deprecated.
   */
  readonly tagAfterBreak?: string;
  /**
   * `@start` `in the \@middle`
   * `a span that is so long that breaking it would put something awkward \@first on a line` `open
   * \@end
   */
  readonly tagInCode?: string;
  /**
   * A dash that must stay in its line, however long that line may be and wherever the break would
   * be - as - here
   * - a list item that goes on and on, so that it has to be broken into two lines, and the second
   *   is indented
   */
  readonly markup?: string;
  /**
   * ```
   * fenced   *\/   \@deprecated text that is longer than a line may be, but keeps its own breaks, since it is code
   * ```
   */
  readonly fenced?: string;
  /**
   * """ ''' ` `` ``` </script> <!-- -->
   *
   * @defaultValue ``"*\/ \@x ` \" \\"``
   */
  readonly quotes?: string;
  /**
   * Text stays beside the tag.
   *
   * @deprecated Since contract 1.0.0; use something else *\/ \@see nothing.
   */
  readonly use?: string;
  /** /**\/ // nested /* comment */
  readonly kind?: Kind;
}

/**
 * #!/usr/bin/env node
 *
 * - `"*\/"`: Two
 *   \@lines *\/
 * - ``"\"quoted\" \\ and `ticked` ${x}"``: Quotes.
 * - `"line\nbreak\u2028here"`: Breaks.
 * - `"@deprecated"`: A tag.
 * - `"<!-- x -->"`: Another comment's end.
 */
export type KnownKind =
  | "*/"
  | "\"quoted\" \\ and `ticked` ${x}"
  | "line\nbreak\u2028here"
  | "@deprecated"
  | "<!-- x -->";

/**
 * #!/usr/bin/env node
 *
 * Open: a later version may send a value that is not in `KnownKind`.
 */
export type Kind = KnownKind | (string & {});
