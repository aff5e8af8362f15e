// only: nodenext
// A CommonJS module gets the document itself, not a module with a default export.
import type { ModelConfiguration } from "cody-modelconfig"

import models = require("cody-modelconfig/models.json")

const configuration: ModelConfiguration = models
export = configuration
