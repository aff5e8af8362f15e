// GENERATED from the JSON Schema of the model configuration: do not edit. Regenerate with `nox -s codegen`.
// Contract version 1.0.0, schema hash 139c965f1b0c0b2f.
// SPDX-License-Identifier: Apache-2.0
/* eslint-disable */

/** The catalogue that was current when this package was built. A running gateway may serve a newer one. */
declare const models: import("./index.js").ModelConfiguration;
// How CommonJS and ES modules alike see a JSON file: the document itself, and as the default import.
export = models;
