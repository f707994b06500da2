/** Runs a task. @returns the CPU time it took, in milliseconds, which a busy machine hardly changes */
export async function cpuTimeOf(task: () => unknown): Promise<number> {
  const before = process.threadCpuUsage();
  await task();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
