import type { Messages } from '../zh.ts'

export const staff: Messages['staff'] = {}
