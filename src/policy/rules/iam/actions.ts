import { matchesAction } from '../../rule/policy-actions';
import FACTS from './action-facts.json';

/** Names of actions in one text, parted by blanks; `tsx scripts/iam-actions.ts` writes them anew. */
interface ServiceFacts {
  /** Actions that always need a resource, so that a policy can limit them to some. */
  readonly limitable: string;
  /** Actions that change who may do what. */
  readonly permissions: string;
}

const SERVICES: Readonly<Record<string, ServiceFacts>> = FACTS;

/** An action behind the pattern that a policy can limit to resources; undefined where none is known. */
export function limitableBehind(pattern: string): string | undefined {
  return behind(pattern, 'limitable');
}

/** An action behind the pattern that changes who may do what; undefined where none is known. */
export function permissionsBehind(pattern: string): string | undefined {
  return behind(pattern, 'permissions');
}

/** Whether the actions of the service are known here. */
export function isKnownService(pattern: string): boolean {
  return servicesOf(pattern).length > 0;
}

function behind(pattern: string, fact: keyof ServiceFacts): string | undefined {
  return servicesOf(pattern)
    .flatMap(([service, facts]) =>
      facts[fact]
        .split(' ')
        .filter(Boolean)
        .map((name) => `${service}:${name}`),
    )
    .find((action) => matchesAction(pattern, action));
}

function servicesOf(pattern: string): readonly (readonly [string, ServiceFacts])[] {
  const [service = ''] = pattern.split(':');
  return Object.entries(SERVICES).filter(([name]) => matchesAction(service, name));
}
