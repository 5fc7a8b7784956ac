import { describe, expect, test } from '@jest/globals';
import { checkStaticMembers, memberPid } from '@quorate/log';
import { Pid } from '@quorate/process';

const SELF = new Pid('log-replica(1)', '10.0.0.1:5050');
const THREE = ['10.0.0.1:5050', '10.0.0.2:5050', '10.0.0.3:5050'];

describe('a list of members', () => {
  test('gives the others, in its order, wherever this replica stands in it', () => {
    const others = (members: readonly string[]): readonly string[] =>
      checkStaticMembers({ members, self: SELF, quorum: 2 }).map(String);
    const expected = ['log-replica(1)@10.0.0.2:5050', 'log-replica(1)@10.0.0.3:5050'];
    expect(others(THREE)).toEqual(expected);
    expect(others([...THREE.slice(1), 'log-replica(1)@10.0.0.1:5050'])).toEqual(expected);
  });

  test.each([
    ['more members than two quorums that overlap', [...THREE, '10.0.0.4:5050'], 2, 'at least 3'],
    ['too few for a quorum', THREE, 4, '3 members never make a quorum of 4'],
    ['a member twice', [...THREE.slice(0, 2), 'log-replica(1)@10.0.0.2:5050'], 2, 'listed twice'],
    ['this replica left out', THREE.slice(1), 2, 'do not include this replica, log-replica(1)@10'],
    ['nobody', [], 1, 'do not include this replica'],
  ])('with %s is refused', (_, members, quorum, message) => {
    expect(() => checkStaticMembers({ members, self: SELF, quorum })).toThrow(
      expect.objectContaining({
        code: 'LOG_MEMBERS_INVALID',
        message: expect.stringContaining(message),
      }),
    );
  });

  test.each([
    '',
    '10.0.0.1',
    '10.0.0.1:0',
    '10.0.0.1:65536',
    'a b:1',
    '@10.0.0.1:1',
    'x@y',
    '::1:5',
  ])('does not take %j for a member', (text) => {
    expect(() => memberPid(text)).toThrow(expect.objectContaining({ code: 'LOG_MEMBERS_INVALID' }));
  });

  test.each([
    ['node-1.example.org:5050', 'log-replica(1)@node-1.example.org:5050'],
    ['[::1]:5050', 'log-replica(1)@[::1]:5050'],
    ['replica@10.0.0.1:5050', 'replica@10.0.0.1:5050'],
  ])('takes %s for a member', (text, pid) => {
    expect(memberPid(text).toString()).toBe(pid);
  });
});
