/** Which grants open which doors of Gmail. */
const everything = ["gmail.modify", "https://mail.google.com/"];

export const gmailScopes = {
  read: ["gmail.readonly", ...everything],
  list: ["gmail.readonly", "gmail.metadata", ...everything],
  profile: ["gmail.readonly", "gmail.compose", "gmail.metadata", ...everything],
  labels: ["gmail.labels", "gmail.readonly", "gmail.metadata", ...everything],
  readDrafts: ["gmail.readonly", "gmail.compose", ...everything],
  compose: ["gmail.compose", ...everything],
  send: ["gmail.send", "gmail.compose", ...everything],
  settings: ["gmail.readonly", "gmail.settings.basic", ...everything],
} as const;
