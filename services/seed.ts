// STUB by DOOR, not committed
import type { Runtime } from './runtime.ts'
export const seed = async (_rt: Runtime): Promise<void> => {}
