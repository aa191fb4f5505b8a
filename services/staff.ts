// STUB by DOOR, not committed
import type { Runtime } from './runtime.ts'
export const setupLink = async (_rt: Runtime): Promise<string | null> => null
