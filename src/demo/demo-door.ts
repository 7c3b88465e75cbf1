/** The way into the demo from an installation's own pages: its processes are started by the web process and end with it. */
import { onReady, type SupervisedProcess, startSelf } from "../supervisor.ts";
import type { DemoDoor, DemoStanding } from "../web/context.ts";

/** `close` resolves when the demo has ended, if it ever began. */
export function openDemoDoor(): DemoDoor & { close(): Promise<void> } {
  let standing: DemoStanding = { kind: "closed" };
  let running: SupervisedProcess | undefined;
  return {
    standing: () => standing,
    open() {
      if (standing.kind === "opening" || standing.kind === "open") return;
      standing = { kind: "opening" };
      const demo = startSelf(["demo"]);
      running = demo;
      onReady(demo.process, (address) => {
        standing = { kind: "open", address };
      });
      void demo.ended.then((code) => {
        running = undefined;
        standing = { kind: "failed", because: `it ended with ${code ?? "a signal"}; the log says why` };
      });
    },
    async close() {
      const demo = running;
      demo?.kill("SIGTERM");
      await demo?.ended;
    },
  };
}
