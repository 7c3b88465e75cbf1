/** Trouble that lies in the bytes or in the disk under them: said about the file, never a crash. */

/** Thrown by readers of packed data when it cannot or must not be unpacked further. */
export class BadInput extends Error {
  readonly because: string;

  constructor(because: string, message: string) {
    super(message);
    this.because = because;
  }
}

export type InputFault = { because: string; message: string };

/** What to say about a fault of the input; undefined when the fault is none of the input's but a bug of ours. */
export function inputFault(fault: unknown): InputFault | undefined {
  if (fault instanceof BadInput) return { because: fault.because, message: fault.message };
  if (!(fault instanceof Error) || !("code" in fault) || typeof fault.code !== "string") return undefined;
  if (fault.code.startsWith("Z_")) {
    return {
      because: "broken_packing",
      message: `The packed data is damaged (${fault.code}): what came before is kept.`,
    };
  }
  if ("syscall" in fault) {
    return {
      because: "unreadable_file",
      message: `It could not be read (${fault.code}): what was read before is kept.`,
    };
  }
  return undefined;
}

/** The chunks up to the first fault of the input, which is handed over instead of thrown. */
export async function* upToFault(
  chunks: AsyncIterable<Buffer>,
  say: (fault: InputFault) => void,
): AsyncGenerator<Buffer> {
  try {
    yield* chunks;
  } catch (thrown) {
    const fault = inputFault(thrown);
    if (fault === undefined) throw thrown;
    say(fault);
  }
}
