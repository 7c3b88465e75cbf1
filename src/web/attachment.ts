/** How a file to keep is named in any script (RFC 8187): also the quotes and brackets that addresses leave as they are. */
export const attachmentNamed = (name: string): string =>
  `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`)}`;
