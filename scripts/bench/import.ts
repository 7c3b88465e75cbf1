/**
 * How fast export files are read, headers only, through the thread that the product uses. Beside each case stands the
 * time that `grep -c '^From '` takes for the same file in the same minute: less than that no reading can take.
 */
import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openArchiveReader } from "../../src/integrations/archive/reader.ts";
import { isMain } from "../is-main.ts";

export type ImportBench = {
  name: string;
  megabytes: number;
  messages: number;
  /** Of the best round; the machine is shared. */
  megabytesPerSecond: number;
  messagesPerSecond: number;
  /** Highest resident memory of the whole process, its other threads included. */
  rssMegabytes: number;
  grepMegabytesPerSecond: number;
  /** Time of the reading as a multiple of grep's, best rounds of both. */
  timesGrep: number;
};

const rounds = 3;

/** One line a case. Writes 500 MB, and later 130 MB, into the temporary folder and removes them. */
export async function benchImport(): Promise<ImportBench[]> {
  const folder = mkdtempSync(join(tmpdir(), "rapport-bench-import-"));
  try {
    return [
      await measure("mbox of 500 MB, messages of 20 kB", folder, { bytes: 500e6, bodyBytes: 17_000 }),
      await measure("mbox of 100,000 short messages", folder, { bytes: 360e6, bodyBytes: 600 }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(name: string, folder: string, size: { bytes: number; bodyBytes: number }): Promise<ImportBench> {
  const file = join(folder, "All mail.mbox");
  // In a process of its own, so that what writing leaves behind is not counted as memory of reading.
  execFileSync(process.execPath, [import.meta.filename, file, String(size.bytes), String(size.bodyBytes)]);
  const megabytes = statSync(file).size / 1e6;
  let messages = 0;
  let rss = 0;
  let bestScan = Number.POSITIVE_INFINITY;
  let bestGrep = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    bestGrep = Math.min(
      bestGrep,
      seconds(() => execFileSync("grep", ["-c", "^From ", file])),
    );
    const start = performance.now();
    messages = 0;
    for await (const batch of openArchiveReader().read(file, { signal: new AbortController().signal })) {
      messages += batch.messages.length;
      rss = Math.max(rss, process.memoryUsage.rss());
    }
    bestScan = Math.min(bestScan, (performance.now() - start) / 1000);
  }
  rmSync(file);
  return {
    name,
    megabytes: Math.round(megabytes),
    messages,
    megabytesPerSecond: Math.round(megabytes / bestScan),
    messagesPerSecond: Math.round(messages / bestScan),
    rssMegabytes: Math.round(rss / 1e6),
    grepMegabytesPerSecond: Math.round(megabytes / bestGrep),
    timesGrep: Math.round((bestScan / bestGrep) * 10) / 10,
  };
}

function seconds(run: () => void): number {
  const start = performance.now();
  run();
  return (performance.now() - start) / 1000;
}

/** Messages as a large mail service exports them: 3 kB of headers, most of them signatures, and a base64 body. */
function writeMailbox(file: string, { bytes, bodyBytes }: { bytes: number; bodyBytes: number }): void {
  const handle = openSync(file, "w");
  const line = `${Buffer.from("Sentences that stand for what people attach. ".repeat(2)).toString("base64").slice(0, 76)}\n`;
  const body = line.repeat(Math.ceil((bodyBytes * 2) / line.length));
  let written = 0;
  let waiting: string[] = [];
  for (let number = 0; written < bytes; number += 1) {
    // Lengths from nothing to twice the mean, spread evenly, the same in each run.
    const length = Math.round((((number * 7919) % 1000) / 1000) * bodyBytes * 2);
    const message = `${headersOf(number)}\n--b${number}\nContent-Type: text/plain; charset=utf-8\n\n>From here on it is quoted.\n\n${body.slice(0, length)}\n--b${number}--\n\n`;
    waiting.push(message);
    written += message.length;
    if (waiting.length === 500 || written >= bytes) {
      writeSync(handle, waiting.join(""));
      waiting = [];
    }
  }
  closeSync(handle);
}

function headersOf(number: number): string {
  const at = new Date(Date.UTC(2024, 0, 1) + number * 600_000);
  const date = at.toUTCString().replace("GMT", "+0000");
  const [weekday, day, month, year, time] = at.toUTCString().replace(",", "").split(" ");
  const person = `p${(number * 31) % 400}@firm${(number * 31) % 60}.example`;
  const signature = (letters: number) =>
    "zq1VJbX0oT7sPb9Kq"
      .repeat(Math.ceil(letters / 17))
      .slice(0, letters)
      .replace(/(.{64})/g, "$1\n         ");
  return `From ${1_700_000_000_000 + number}@xxx ${weekday} ${month} ${day} ${time} +0000 ${year}
X-GM-THRID: ${1_700_000_000_000 + number}
X-Gmail-Labels: Inbox,Opened,=?UTF-8?Q?Cat=C3=A9gorie?=
Delivered-To: olivia@owner.example
Received: by 2002:a05:6a10:8c0f:0:0:0:0 with SMTP id q${number};
        ${date}
ARC-Seal: i=1; a=rsa-sha256; t=1644253131; cv=none; d=mx.example; s=arc;
        b=${signature(350)}
ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=mx.example; s=arc;
        b=${signature(500)}
ARC-Authentication-Results: i=1; mx.example; dkim=pass header.i=@firm.example; spf=pass; dmarc=pass
Return-Path: <${person}>
Received: from mail.firm.example (mail.firm.example [192.0.2.41])
        by mx.example with ESMTPS id x${number} for <olivia@owner.example>; ${date}
DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=firm.example; s=20210112;
        h=mime-version:references:in-reply-to:from:date:message-id:subject:to;
        b=${signature(700)}
MIME-Version: 1.0
References: <a${number - 1}@mail.firm.example> <a${number - 2}@mail.firm.example>
In-Reply-To: <a${number - 1}@mail.firm.example>
From: =?UTF-8?Q?J=C3=B6rg_M${number % 400}?= <${person}>
Date: ${date}
Message-ID: <a${number}@mail.firm.example>
Subject: Re: =?UTF-8?Q?Caf=C3=A9?= about project ${number % 300}
To: Olivia Owner <olivia@owner.example>, Person <q${(number * 7) % 400}@firm3.example>
Content-Type: multipart/alternative; boundary="b${number}"
`;
}

if (isMain(import.meta)) {
  const [file = "", bytes, bodyBytes] = process.argv.slice(2);
  writeMailbox(file, { bytes: Number(bytes), bodyBytes: Number(bodyBytes) });
}
