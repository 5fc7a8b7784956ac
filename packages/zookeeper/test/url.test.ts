import { describe, expect, test } from '@jest/globals';
import { ZooKeeperUrl } from '../src/index.ts';

const jake = { scheme: 'digest', credentials: 'jake:1' };
const host1 = { host: 'host1', port: 1 };
const host2 = { host: 'host2', port: 2 };

describe('ZooKeeperURLTest', () => {
  test('URL: servers, credentials and a path', () => {
    const parts = (text: string): unknown[] => {
      const { authentication, servers, path } = ZooKeeperUrl.parse(text);
      return [authentication, servers, path];
    };
    expect(parts('zk://host1:1')).toEqual([undefined, [host1], '/']);
    expect(parts('zk://jake:1@host1:1')).toEqual([jake, [host1], '/']);
    expect(parts('zk://jake:1@host1:1/')).toEqual([jake, [host1], '/']);
    expect(parts('zk://jake:1@host1:1,host2:2')).toEqual([jake, [host1, host2], '/']);
    expect(parts('zk://jake:1@host1:1,host2:2/')).toEqual([jake, [host1, host2], '/']);
    const long = 'zk://jake:1@host1:1,host2:2/path/to/znode';
    expect(parts(long)).toEqual([jake, [host1, host2], '/path/to/znode']);
  });

  test('a password may hold @ and :, a port may be left out, an address may be of IPv6', () => {
    const url = ZooKeeperUrl.parse(' zk://jake:p@ss:w@[::1]:2182,b/x/ ');
    expect(url.authentication?.credentials).toBe('jake:p@ss:w');
    expect(url.servers).toEqual([
      { host: '::1', port: 2182 },
      { host: 'b', port: 2181 },
    ]);
    expect(`${url}`).toBe('zk://jake:***@[::1]:2182,b:2181/x');
    expect(JSON.stringify({ url })).not.toContain('p@ss');
  });

  test.each([
    ['http://a:1', 'begin with zk://'],
    ['zk://', 'no server'],
    ['zk://a:1,', 'no server'],
    ['zk://a:0', '"a:0"'],
    ['zk://a:65536', '"a:65536"'],
    ['zk://a:port', '"a:port"'],
    ['zk://jake@a:1', 'user:password'],
    ['zk://:secret@a:1', 'user:password'],
    ['zk://a:1//b', 'an empty part'],
  ])('%s is refused, and why is said', (text, problem) => {
    expect(() => ZooKeeperUrl.parse(text)).toThrow(problem);
    expect(() => ZooKeeperUrl.parse(text)).toThrow(
      expect.objectContaining({ code: 'ZOOKEEPER_URL_INVALID' }),
    );
    expect(() => ZooKeeperUrl.parse(text)).not.toThrow('secret');
  });
});
