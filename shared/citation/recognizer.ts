/**
 * Raised whenever the same text may be recognized or resolved otherwise than before: what was kept of
 * earlier recognition is then made anew.
 */
export const RECOGNIZER_VERSION = 2
