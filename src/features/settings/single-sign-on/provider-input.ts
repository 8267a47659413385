import { z } from 'zod';
import { providerKinds } from '#connectors/sign-in/sign-in-connector.ts';
import type { Bilingual } from '#shared/bilingual.ts';
import { Problem } from '#shared/problem.ts';
import type { Transaction } from '#store/store.ts';
import type { Viewer } from '../../viewer.ts';
import { refuseMoreThan } from '../place.ts';
import { roleMeaning } from '../roles.ts';
import { dataScopes } from '../scope.ts';
import type { GivenPlace, GroupPlace, Provider, WrittenProvider } from './providers.ts';

const line = (max: number) => z.string().trim().max(max);
const optional = (max: number) =>
  line(max)
    .nullable()
    .default(null)
    .transform((text) => (text === '' ? null : text));

const place = z.object({ role: z.string().min(1).max(100), dataScope: z.enum(dataScopes) });
const group = place.extend({ name: line(300).min(1) });

export const kindParams = z.object({ kind: z.enum(providerKinds) });

/** A provider as a request gives it. */
export const providerInput = z.object({
  label: optional(40).describe('What its button says; null for the usual words'),
  isEnabled: z.boolean(),
  address: optional(500).describe('The issuer; of WeCom, DingTalk and Feishu another address of their service'),
  client: line(200).min(1),
  clientSecret: line(2000).nullable().optional().describe('Left out: the one there is; null: none'),
  corp: optional(200),
  agent: optional(50),
  scopes: line(500).default(''),
  groupsClaim: optional(200).describe('The claim that names groups; null: groups decide nothing'),
  groups: z.array(group).max(200).default([]).describe('Places by group; of several the first counts'),
  defaultPlace: place.nullable().default(null).describe('Of whom no group names; null: they are refused'),
  createsMembers: z.boolean(),
});

/** A provider as it is shown: never with its secret. */
export const providerOutput = z.object({
  kind: z.enum(providerKinds),
  label: z.string().nullable(),
  isEnabled: z.boolean(),
  address: z.string().nullable(),
  client: z.string(),
  hasSecret: z.boolean(),
  corp: z.string().nullable(),
  agent: z.string().nullable(),
  scopes: z.string(),
  groupsClaim: z.string().nullable(),
  defaultPlace: place.nullable(),
  createsMembers: z.boolean(),
});

export const groupOutput = group;

/** A provider as a request gave it. */
export type ProviderInput = z.output<typeof providerInput>;

/**
 * What is to be written down. Throws `invalid_request` for a role that there is not, or when a kept secret would go to another place
 * than it was given for; `not_allowed` when it would hand on more than the viewer has.
 */
export async function checkedProvider(
  tx: Pick<Transaction, 'query'>,
  {
    viewer,
    kind,
    given,
    before,
  }: Readonly<{ viewer: Viewer; kind: Provider['kind']; given: ProviderInput; before: Provider | null }>,
): Promise<{ provider: WrittenProvider; groups: readonly GroupPlace[] }> {
  const { groups, ...provider } = given;
  if (viewer.scope.kind !== 'all') throw new Problem('not_allowed');
  if (kind === 'oidc' && provider.address === null) throw missing('address', issuer);
  if (kind !== 'oidc' && provider.corp === null) throw missing('corp', company);
  for (const each of [...groups, ...(provider.defaultPlace ? [provider.defaultPlace] : [])]) {
    await refuseUnknownPlace(tx, viewer, each);
  }
  if (before?.hasSecret && provider.clientSecret === undefined && goesElsewhere(before, provider)) {
    throw missing('clientSecret', secretAgain);
  }
  return {
    provider: { ...provider, kind, ...(kind === 'oidc' ? {} : { groupsClaim: null }) },
    groups: kind === 'oidc' ? groups : [],
  };
}

type Target = Pick<Provider, 'address' | 'client' | 'corp'>;

/** Whether it is not the same client at the same place any more: a secret goes only where it was given for. */
function goesElsewhere(before: Target, after: Target): boolean {
  return before.client !== after.client || isAnother(before, after);
}

/** Whether it is another provider or another company, whose ids mean other people. */
export function isAnother(before: Omit<Target, 'client'>, after: Omit<Target, 'client'>): boolean {
  return before.address !== after.address || before.corp !== after.corp;
}

async function refuseUnknownPlace(tx: Pick<Transaction, 'query'>, viewer: Viewer, { role }: GivenPlace): Promise<void> {
  const meaning = await roleMeaning(tx, { workspaceId: viewer.workspace.id, role });
  if (!meaning) throw missing('role', { zh: `没有角色「${role}」`, en: `There is no role "${role}"` });
  refuseMoreThan(viewer, meaning.permissions);
}

const issuer = { zh: '请填签发者（issuer）的地址', en: 'Enter the address of the issuer' };
const company = { zh: '请填企业的编号，只有这家企业的人能进来', en: 'Enter the company’s id: only its people come in' };
const secretAgain = {
  zh: '地址、客户端 ID 或企业变了，请重新填密钥：旧密钥不会发给别处',
  en: 'The address, the client ID or the company has changed: enter the secret again, the old one goes nowhere else',
};

function missing(field: string, detail: Bilingual): Problem {
  return new Problem('invalid_request', [{ detail, place: { field } }]);
}
