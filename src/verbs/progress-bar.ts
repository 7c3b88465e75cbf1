/** One line at the terminal while a long reading runs: how far, how fast, how long still. Silent where there is no terminal. */

import type { Clock } from "../domain/clock.ts";
import { millisOf } from "../domain/time.ts";

const barWidth = 24;
const redrawEveryMs = 100;

export class ProgressBar {
  private readonly name: string;
  private readonly out: NodeJS.WriteStream;
  private readonly clock: Clock;
  private readonly startedMs: number;
  private firstBytes: number | undefined;
  private drawnMs = 0;
  private last = "";

  constructor(name: string, out: NodeJS.WriteStream, clock: Clock) {
    this.name = name;
    this.out = out;
    this.clock = clock;
    this.startedMs = millisOf(clock.now());
  }

  show({
    bytesDone,
    bytesTotal,
    messages,
    events,
    cards,
  }: {
    bytesDone: number;
    bytesTotal: number;
    messages: number;
    events: number;
    cards: number;
  }): void {
    if (this.out.isTTY !== true) return;
    const now = millisOf(this.clock.now());
    this.firstBytes ??= bytesDone;
    const part = bytesTotal === 0 ? 1 : Math.min(1, bytesDone / bytesTotal);
    const seconds = Math.max(0.001, (now - this.startedMs) / 1000);
    const rate = (bytesDone - this.firstBytes) / seconds;
    const left = rate > 0 ? `${sayDuration((bytesTotal - bytesDone) / rate)} left` : "";
    const bar = "█".repeat(Math.round(part * barWidth)).padEnd(barWidth, "░");
    this.last = `${this.name} ${bar} ${Math.round(part * 100)} %  ${(rate / 1e6).toFixed(0)} MB/s  ${left}  ${messages} messages, ${events} events, ${cards} cards`;
    if (now - this.drawnMs < redrawEveryMs) return;
    this.drawnMs = now;
    this.draw();
  }

  end(): void {
    if (this.out.isTTY !== true || this.last === "") return;
    this.draw();
    this.out.write("\n");
  }

  private draw(): void {
    this.out.write(`\r\u001b[2K${this.last.slice(0, (this.out.columns ?? 100) - 1)}`);
  }
}

const sayDuration = (seconds: number): string =>
  seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
