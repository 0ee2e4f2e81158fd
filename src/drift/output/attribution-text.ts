import type { Attribution } from '../attribution/attribute-change';

/** Who made a change, in words. */
export function actorText(who: Attribution): string {
  if (!who.known) return `by whom is unknown: ${who.reason}`;
  const { actor, event, time, sourceIp, confidence, others } = who;
  const name = actor.kind === 'terraform' ? `Terraform as ${actor.name}` : actor.name;
  const from = sourceIp === undefined || actor.kind === 'service' ? '' : ` from ${sourceIp}`;
  const perhaps = confidence === 'possible' ? 'perhaps ' : '';
  const rivals = others === 0 ? '' : `, or one of ${others} other calls`;
  return `${perhaps}by ${name}${from} with ${event} at ${time}${rivals}`;
}
