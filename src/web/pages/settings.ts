import { z } from "zod";
import { chooseEntry } from "../../flows/owner/enter-by-account.ts";
import { checkPassphrase, passphraseLengthMin, setPassphrase } from "../../flows/owner/passphrase.ts";
import { sayOwnerName } from "../../flows/owner/say-names.ts";
import { sayOwnerAddresses } from "../../flows/owner/say-owner-addresses.ts";
import { setZone } from "../../flows/owner/set-zone.ts";
import { lastChange } from "../../flows/owner/undo-setting.ts";
import { entryAccounts } from "../../store/read/entry-accounts.ts";
import { readOwnerAddresses } from "../../store/read/owner.ts";
import { answerPage, frameOf, goOn, wayBack } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { visitorOf } from "../door.ts";
import { oneLine } from "../fields.ts";
import { type SettingsTyped, settingsView } from "../views/settings.ts";

export async function showSettings(ask: Ask, trouble?: string, typed?: SettingsTyped) {
  const frame = frameOf(ask);
  const body = settingsView(frame, {
    owner: ask.var.owner,
    addresses: await readOwnerAddresses(worldOf(ask).database, ownerIdOf(ask)),
    zones: Intl.supportedValuesOf("timeZone"),
    passphraseLengthMin,
    entryAccounts: await entryAccounts(worldOf(ask).database, ownerIdOf(ask)),
    change: await lastChange(worldOf(ask), ownerIdOf(ask)),
    ...(trouble !== undefined && { trouble }),
    ...(typed !== undefined && { typed }),
  });
  return answerPage(ask, frame, { title: "Settings", place: "settings", body }, trouble === undefined ? 200 : 400);
}

const passphrases = z.object({ current: z.string().default(""), next: z.string() });

/** Whoever finds an open browser must still know the passphrase to change it, and cannot guess at will. */
export async function savePassphrase(ask: Ask) {
  const { current, next } = passphrases.parse(await ask.req.parseBody());
  const world = worldOf(ask);
  if (ask.var.owner.hasPassphrase) {
    if (ask.var.gate.enter(visitorOf(ask)).kind === "wait")
      return showSettings(ask, "Too many tries. Wait ten minutes.");
    if (!(await checkPassphrase(world, ownerIdOf(ask), current)))
      return showSettings(ask, "That is not the passphrase you have now.");
    ask.var.gate.forgive(visitorOf(ask));
  }
  const outcome = await setPassphrase(world, ownerIdOf(ask), next, ask.var.signedIn?.sessionId);
  if (outcome === "done") return goOn(ask, "/settings", "passphrase_set");
  return showSettings(
    ask,
    outcome === "too_short" ? `It needs at least ${passphraseLengthMin} characters.` : "It is too long.",
  );
}

const entryForm = z.object({
  account: z.union([z.string(), z.array(z.string())]).default([]),
  current: z.string().default(""),
});

/** As with the passphrase itself: an open browser is not enough to let another account in. */
export async function saveEntry(ask: Ask) {
  const { account, current } = entryForm.parse(await ask.req.parseBody({ all: true }));
  const { hasPassphrase } = ask.var.owner;
  if (hasPassphrase && ask.var.gate.enter(visitorOf(ask)).kind === "wait")
    return showSettings(ask, "Too many tries. Wait ten minutes.");
  const but = ask.var.signedIn?.sessionId;
  const wish = { accounts: [account].flat(), passphrase: hasPassphrase ? current : undefined, ...(but && { but }) };
  if ((await chooseEntry(worldOf(ask), ownerIdOf(ask), wish)) === "wrong_passphrase")
    return showSettings(ask, "That is not the passphrase you have now.");
  if (hasPassphrase) ask.var.gate.forgive(visitorOf(ask));
  return goOn(ask, "/settings", "entry_chosen");
}

const nameForm = z.object({ name: oneLine(100), back: z.string().optional() });

export async function saveName(ask: Ask) {
  const { name, back } = nameForm.parse(await ask.req.parseBody());
  await sayOwnerName(worldOf(ask), ownerIdOf(ask), name);
  return goOn(ask, wayBack(back, "/settings"), "name_set");
}

export async function saveZone(ask: Ask) {
  const { zone: text } = await ask.req.parseBody();
  const zone = typeof text === "string" ? text.trim() : "";
  const outcome = await setZone(worldOf(ask), ownerIdOf(ask), zone);
  if (outcome === "done") return goOn(ask, "/settings", "zone_set");
  return showSettings(ask, "That is not the name of a time zone, such as Europe/Paris.", { zone });
}

const addressesForm = z.object({
  address: z.union([z.string(), z.array(z.string())]).default([]),
  back: z.string().optional(),
});

export async function saveAddresses(ask: Ask) {
  const { address, back } = addressesForm.parse(await ask.req.parseBody({ all: true }));
  const addresses = [address]
    .flat()
    .map((text) => text.trim())
    .filter((text) => text !== "");
  if (addresses.length === 0)
    return showSettings(ask, "Choose at least one address: without it nobody can tell what you wrote.");
  const outcome = await sayOwnerAddresses(worldOf(ask), ownerIdOf(ask), addresses);
  if (outcome.kind === "not_an_address")
    return showSettings(ask, `“${outcome.text}” is not an address.`, { address: outcome.text });
  return goOn(ask, wayBack(back, "/settings"), "addresses_said");
}
