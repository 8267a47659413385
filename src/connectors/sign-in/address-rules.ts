import { BlockList, isIP } from 'node:net';

/** Whether providers may live on this machine or in a private network. */
export type AddressRules = Readonly<{ allowsPrivate: boolean }>;

const ranges = {
  loopback: ['127.0.0.0/8', '::1/128'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7'],
  // 100.100.100.200 and fd00:ec2::254 hand out a cloud server's own keys, like 169.254.169.254.
  never: [
    '0.0.0.0/8',
    '169.254.0.0/16',
    '100.100.100.200/32',
    '192.0.0.0/24',
    '198.18.0.0/15',
    '224.0.0.0/3',
    '::/128',
    'fe80::/10',
    'ff00::/8',
    'fd00:ec2::/32',
    '64:ff9b::/96',
    '2002::/16',
  ],
} as const;

const [loopback, inside, never] = [listOf(ranges.loopback), listOf(ranges.private), listOf(ranges.never)];

/** Whether a server may be asked at that IP address. */
export function mayReach(address: string, { allowsPrivate }: AddressRules): boolean {
  const plain = withoutMapping(address);
  if (isIP(plain) === 0 || isIn(never, plain)) return false;
  return allowsPrivate || !(isIn(loopback, plain) || isIn(inside, plain));
}

/** Whether a URL may be asked at all: https, or http on this machine. Its IP address is judged when it is known. */
export function isProviderUrl(url: URL): boolean {
  if (url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname));
}

function isLoopbackHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  return host === 'localhost' || (isIP(host) !== 0 && isIn(loopback, host));
}

/** `::ffff:10.0.0.1` is 10.0.0.1. */
function withoutMapping(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  return mapped ?? (/^::ffff:/i.test(address) ? '' : address);
}

function isIn(list: BlockList, address: string): boolean {
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

function listOf(subnets: readonly string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [net = '', bits] = subnet.split('/');
    list.addSubnet(net, Number(bits), isIP(net) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}
