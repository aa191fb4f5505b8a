import type { Messages } from '../zh.ts'

export const privacy: Messages['privacy'] = {}
