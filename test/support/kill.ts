/** One that ended by itself in the meantime is what was wanted. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== "ESRCH") throw fault;
  }
}

export const killAll = (...pids: readonly number[]): void => {
  for (const pid of pids) signal(pid, "SIGKILL");
};
