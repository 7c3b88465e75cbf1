/** Which errors a fetch throws because of the network, and which of them say that the request never got there. */

/** Codes of Node's sockets, names and TLS, and of its HTTP client, before a byte of the request was taken. */
const beforeArrival =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EAI_FAIL|EAI_NODATA|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_.*|CERT_.*|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_.*)$/;
const onTheWay =
  /^(?:ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|UND_ERR_SOCKET|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT|UND_ERR_ABORTED|HPE_.*|Z_.*)$/;

/** Time-outs and aborts count too: the request was under way. Anything else is a bug and must not pass for the network. */
export const isNetworkFault = (fault: unknown): boolean =>
  chain(fault).some(
    (one) =>
      one.name === "TimeoutError" ||
      one.name === "AbortError" ||
      beforeArrival.test(codeOf(one)) ||
      onTheWay.test(codeOf(one)) ||
      (one instanceof TypeError && /^(?:fetch failed|terminated)$/.test(one.message)),
  );

/** True when nothing can have happened at the other end: an effect was not done. */
export const neverArrived = (fault: unknown): boolean => chain(fault).some((one) => beforeArrival.test(codeOf(one)));

const codeOf = (fault: Error): string => ("code" in fault && typeof fault.code === "string" ? fault.code : "");

/** An error, what caused it, and of an AggregateError (several addresses tried) its first. */
function chain(fault: unknown): Error[] {
  const found: Error[] = [];
  for (let one: unknown = fault; one instanceof Error && found.length < 10; ) {
    found.push(one);
    one = one.cause ?? (one instanceof AggregateError ? one.errors[0] : undefined);
  }
  return found;
}
