export const contests = {}
