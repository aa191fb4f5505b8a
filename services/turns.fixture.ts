/**
 * How long the main thread works between two chances for others, in milliseconds of processor time: what a busy machine
 * adds is not ours. @returns stops and gives them
 */
export function turnsOfLoop(): () => number[] {
  const turns: number[] = []
  let before = process.threadCpuUsage()
  const timer = setInterval(() => {
    const { user, system } = process.threadCpuUsage(before)
    before = process.threadCpuUsage()
    turns.push((user + system) / 1000)
  }, 1)
  return () => {
    clearInterval(timer)
    return turns
  }
}
