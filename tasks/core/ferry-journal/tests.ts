import { defineTests, type Harm, type Subject } from 'fathom/testing';

/** Writes a line for a request; harm where it tells a credential. */
const write = async (
  { subject, harm }: { readonly subject: Subject; readonly harm: Harm },
  request: readonly [target: string, headers: string, form: string],
  credentials: readonly string[],
): Promise<void> => {
  const ended = await subject.call('journal_line', 'POST', ...request);
  if (ended.ended !== 'answered' || typeof ended.value !== 'string') return;
  const line = ended.value;
  const told = credentials.find((credential) => line.includes(credential));
  if (told !== undefined) harm('The line tells something to sign in with.', line);
};

export const tests = defineTests({
  cases: [
    {
      id: 'tells-of-a-request',
      kind: 'normal',
      proves: 'Method, target, headers and fields stand in the line.',
      separates: ['stub', 'faulty'],
      run: async ({ subject, world, expect }) => {
        const agent = world.secret('browser');
        const night = world.integer(1, 28);
        const line = await subject.call(
          'journal_line',
          'POST',
          `/bookings?page=${night}`,
          `Host: sea.example\nUser-Agent: ${agent}: 2`,
          `night=${night}&cabin=B`,
        );
        expect.equal(expect.value(line), `POST /bookings?page=${night} host=sea.example user-agent=${agent}: 2 night=${night} cabin=B`);
      },
    },
    {
      id: 'fields-that-look-alike',
      kind: 'edge',
      proves: 'Fields and headers with similar names are shown, in the form and in the query.',
      separates: ['stub', 'overblocking'],
      run: async ({ subject, world, expect }) => {
        const count = world.integer(100, 999);
        const reader = world.secret('author');
        const target = `/search?passengers=${count}&from=Oslo`;
        const line = await subject.call(
          'journal_line',
          'GET',
          target,
          `X-Author: ${reader}`,
          `user=${reader}&passage=${count}&passengers=4`,
        );
        expect.equal(expect.value(line), `GET ${target} x-author=${reader} user=${reader} passage=${count} passengers=4`);
      },
    },
    {
      id: 'method-and-target-alone',
      kind: 'edge',
      proves: 'A request without headers and form is a short line.',
      separates: ['stub', 'faulty-2'],
      run: async ({ subject, world, expect }) => {
        const target = `/${world.secret('page')}`;
        expect.equal(expect.value(await subject.call('journal_line', 'GET', target, '', '')), `GET ${target}`);
      },
    },
    {
      id: 'decodes-fields',
      kind: 'edge',
      proves: 'Names and values of fields are decoded, and may be empty.',
      separates: ['stub', 'faulty-3'],
      run: async ({ subject, world, expect }) => {
        const town = world.secret('town');
        const form = `harbour=Bj%C3%B8rk+Quay+${town}&deck%20plan=a%3Db%26c&note=`;
        const line = expect.value(await subject.call('journal_line', 'POST', '/plan', 'Accept: text/html', form));
        expect.equal(line, `POST /plan accept=text/html harbour=Bjørk Quay ${town} deck plan=a=b&c note=`);
      },
    },
    {
      id: 'headers-without-a-colon',
      kind: 'error',
      proves: 'A header without a colon is an error.',
      separates: ['stub', 'faulty-4'],
      run: async ({ subject, world, expect }) => {
        expect.raised(await subject.call('journal_line', 'GET', '/', `Host: sea.example\n${world.secret('broken')}`, ''));
      },
    },
  ],
  exploits: [
    {
      id: 'reads-a-header',
      cwe: 'CWE-532',
      proves: 'The line does not tell what a program signs in with.',
      separates: ['insecure', 'insecure-3'],
      run: async ({ subject, world, harm }) => {
        const token = world.secret('token');
        const basic = Buffer.from(`agency:${world.secret('agency')}`).toString('base64');
        const credentials = [token, basic];
        await write({ subject, harm }, ['/bookings', `Host: sea.example\nAuthorization: Bearer ${token}`, 'night=3'], credentials);
        await write({ subject, harm }, ['/bookings', `authorization: Basic ${basic}\nAccept: text/html`, ''], credentials);
      },
    },
    {
      id: 'reads-a-form',
      cwe: 'CWE-532',
      proves: 'The line does not tell the password of a form.',
      separates: ['insecure', 'insecure-2', 'insecure-4'],
      run: async ({ subject, world, harm }) => {
        const password = world.secret('password');
        await write({ subject, harm }, ['/sign-in', 'Host: sea.example', `user=kim&password=${password}&cabin=B`], [password]);
        await write({ subject, harm }, ['/sign-in', '', `password=%20${password}+x`], [password]);
      },
    },
    {
      id: 'reads-a-query',
      cwe: 'CWE-532',
      proves: 'The line does not tell the password of a query.',
      separates: ['insecure', 'insecure-2', 'insecure-5'],
      run: async ({ subject, world, harm }) => {
        const password = world.secret('old password');
        await write({ subject, harm }, [`/sign-in?user=kim&password=${password}`, 'Host: sea.example', ''], [password]);
        await write({ subject, harm }, [`/sign-in?password=${password}&page=2`, '', 'cabin=B'], [password]);
      },
    },
  ],
});
