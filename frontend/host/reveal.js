// Whether results that a link hides have been revealed: "predict first" ends for the picture and for what stands beside
// it at once.

import { Flag } from "./flag.js";

/** The document's only instance. */
export const reveal = new Flag();
