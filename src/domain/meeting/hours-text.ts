/** Blocks of hours as people type them, `9-12, 13:00-17:30`, and back. An end at or before its start is the next morning. */
import { Block } from "./availability.ts";

/** `09:00–12:00, 13:00–17:30`; nothing at all for a closed day. */
export const sayBlocks = (blocks: readonly Block[]): string =>
  blocks.map(({ from, until }) => `${from}–${until}`).join(", ");

/** The blocks of a text, or undefined when it cannot be read. An empty text, and "closed", is no hours. */
export function parseBlocks(text: string): Block[] | undefined {
  const plain = text.trim();
  if (plain === "" || /^closed$/i.test(plain)) return [];
  const blocks = plain.split(/\s*(?:[,;]|\band\b)\s*/).map(parseBlock);
  return blocks.every((block) => block !== undefined) ? blocks : undefined;
}

const clock = String.raw`(\d{1,2})(?:[:.h](\d{2}))?`;
const blockForm = new RegExp(String.raw`^${clock}\s*(?:-|–|—|to)\s*${clock}$`);

function parseBlock(text: string): Block | undefined {
  const [, fromHour, fromMinute = "00", untilHour, untilMinute = "00"] = blockForm.exec(text.trim()) ?? [];
  if (fromHour === undefined || untilHour === undefined) return undefined;
  const block = {
    from: `${fromHour.padStart(2, "0")}:${fromMinute}`,
    until: `${untilHour.padStart(2, "0")}:${untilMinute}`,
  };
  return Block.safeParse(block).data;
}
