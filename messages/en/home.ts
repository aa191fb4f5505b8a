import type { Messages } from '../zh.ts'

export const home: Messages['home'] = {}
