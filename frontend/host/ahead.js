// Whether the picture has gone ahead of the server: words that the server alone can write are then not yet those of it.

import { Flag } from "./flag.js";

/** The document's only instance. */
export const ahead = new Flag();
