import type {ProtocolId} from '../protocols/wire-formats';

/** The requests that a plan is for. Empty lists mean all requests. */
export interface PlanBinding {
  /** Host names, exact or `*.example.com`. */
  hosts: readonly string[];
  protocols: readonly ProtocolId[];
}

/** Whether a plan is for a request of this protocol to this host. */
export function isBoundTo(binding: PlanBinding, host: string, protocol: ProtocolId): boolean {
  const {hosts, protocols} = binding;
  const isHost = hosts.length === 0 || hosts.some((pattern) => matchesHost(pattern, host));
  return isHost && isForProtocol(protocols, protocol);
}

/** Whether a plan for these protocols is for a request of this one. None: for all. */
export function isForProtocol(protocols: readonly ProtocolId[], protocol: ProtocolId): boolean {
  return protocols.length === 0 || protocols.includes(protocol);
}

function matchesHost(pattern: string, host: string): boolean {
  const [wanted, found] = [pattern.toLowerCase(), host.toLowerCase()];
  return wanted.startsWith('*.') ? found.endsWith(wanted.slice(1)) : wanted === found;
}
