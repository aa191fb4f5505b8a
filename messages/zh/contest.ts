export const contest = {}
