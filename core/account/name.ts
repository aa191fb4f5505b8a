/** Names as others see them. */

/** 张*: a board, with consent. One star whatever the length, so that it tells no more. */
export const boardName = (name: string): string => `${firstCharacter(name)}*`
/** 张**: a winner list. */
export const winnerName = (name: string): string => `${firstCharacter(name)}**`

const firstCharacter = (name: string): string => [...name][0] ?? ''
