import { z } from "zod";
import { policyOf } from "../../flows/owner/policy-of.ts";
import { saveSendingSettings } from "../../flows/sending/save-sending-settings.ts";
import { chooseUnasked, unaskedKinds } from "../../flows/sending/send-unasked.ts";
import { answerPage, frameOf, goOn } from "../answer.ts";
import { type Ask, ownerIdOf, worldOf } from "../context.ts";
import { type SendingSettingsParts, sendingSettingsPath, sendingSettingsView } from "../views/sending-settings.ts";

export async function showSendingSettings(ask: Ask, typed?: SendingSettingsParts["typed"]) {
  const [world, owner] = [worldOf(ask), ownerIdOf(ask)];
  const { letters, offers } = await policyOf(world, owner);
  const kinds = await unaskedKinds(world, owner);
  const frame = frameOf(ask);
  const body = sendingSettingsView(frame, {
    undoSeconds: letters.undoSeconds,
    isLinkOffered: letters.isLinkOffered,
    mayBookTheirs: offers.mayBookTheirs,
    kinds,
    ...(typed !== undefined && { typed }),
  });
  return answerPage(ask, frame, { title: "Sending", place: "settings", body }, typed === undefined ? 200 : 400);
}

const ticked = z.literal("yes").optional();
const form = z.object({ undoSeconds: z.string(), isLinkOffered: ticked, mayBookTheirs: ticked });
const undoSeconds = z.coerce.number().int().min(0).max(3_600);

export async function saveSending(ask: Ask) {
  const fields = form.parse(await ask.req.parseBody());
  const seconds = undoSeconds.safeParse(fields.undoSeconds.trim() === "" ? undefined : fields.undoSeconds);
  const outcome = seconds.success
    ? await saveSendingSettings(worldOf(ask), ownerIdOf(ask), {
        undoSeconds: seconds.data,
        isLinkOffered: fields.isLinkOffered === "yes",
        mayBookTheirs: fields.mayBookTheirs === "yes",
      })
    : "refused";
  if (outcome === "saved") return goOn(ask, sendingSettingsPath, "sending_saved");
  const trouble = "Give the seconds as a whole number, an hour (3600) at most. Nothing was changed.";
  return showSendingSettings(ask, { undoSeconds: fields.undoSeconds, trouble });
}

/** Every kind that is shown has its box: what is not ticked is switched off. */
export async function saveUnasked(ask: Ask) {
  const [world, owner] = [worldOf(ask), ownerIdOf(ask)];
  const ticked = new Set([(await ask.req.parseBody({ all: true })).kind].flat());
  for (const { kind, isOn } of await unaskedKinds(world, owner))
    if (isOn !== ticked.has(kind)) await chooseUnasked(world, owner, { kind, isOn: !isOn });
  return goOn(ask, `${sendingSettingsPath}#unasked`, "sending_saved");
}
