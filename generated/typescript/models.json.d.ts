// Do not edit: generated from the JSON Schema of the model configuration by `python3 dev.py -s codegen`.
// SPDX-License-Identifier: Apache-2.0
/* eslint-disable */

/** The catalogue that was current when this package was built. A running gateway may serve a newer one. */
declare const models: import("./index.js").ModelConfiguration;
// CommonJS and ES modules both import a JSON file as the document itself, and as the default export.
export = models;
