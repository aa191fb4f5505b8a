/** A key found wrong after the fact: what is decided about one question. */

/**
 * give-all: everybody who had the question gets its points. accept: each of these choices (bit sets over the face's
 * options) is right too. void: it counts for nobody, and the rest of
 * the paper counts for the full marks, so that papers with and without it stay comparable.
 */
export type Decision = { kind: 'give-all' } | { kind: 'accept'; choices: number[] } | { kind: 'void' }
