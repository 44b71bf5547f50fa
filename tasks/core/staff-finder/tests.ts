import { defineTests } from 'fathom/testing';
import { type Entry, namesFound } from './directory.ts';

const person = (cn: string, ou: string, more: Entry = {}): Entry => ({
  objectClass: 'person',
  visible: 'TRUE',
  cn,
  ou,
  mail: `${cn.length}@house.example`,
  ...more,
});

export const tests = defineTests({
  cases: [
    {
      id: 'finds-by-name',
      kind: 'normal',
      proves: 'People who are shown are found by a part of their names.',
      separates: ['stub', 'faulty'],
      run: async ({ subject, world, expect }) => {
        const name = world.secret('name');
        const ou = world.secret('choir');
        const entries = [
          person(`Dr. ${name} Berg`, ou),
          person(`${name} Tal`, ou, { visible: 'FALSE' }),
          person(`${name} See`, world.secret('orchestra')),
          person(`Room of ${name}`, ou, { objectClass: 'room' }),
          person('Somebody Else', ou),
        ];
        const filter = expect.value(await subject.call('person_filter', name.toUpperCase(), ou));
        expect.equal(namesFound(filter, entries), [`Dr. ${name} Berg`], `what ${JSON.stringify(filter)} finds`);
      },
    },
    {
      id: 'finds-by-mail',
      kind: 'normal',
      proves: 'People are found by a part of their mail addresses.',
      separates: ['stub', 'faulty-2'],
      run: async ({ subject, world, expect }) => {
        const box = world.secret('box');
        const entries = [person('Ada Fels', 'Props', { mail: `ada.${box}@house.example` }), person('Bo Fels', 'Props')];
        const filter = expect.value(await subject.call('person_filter', `${box}@house`, 'Props'));
        expect.equal(namesFound(filter, entries), ['Ada Fels'], `what ${JSON.stringify(filter)} finds`);
      },
    },
    {
      id: 'any-department',
      kind: 'edge',
      proves: 'Without a department, people of all departments are found.',
      separates: ['stub', 'faulty-3'],
      run: async ({ subject, world, expect }) => {
        const name = world.secret('namesake');
        const entries = [person(`A ${name}`, 'Lights'), person(`B ${name}`, world.secret('wigs')), person('C', 'Lights')];
        const filter = expect.value(await subject.call('person_filter', name, ''));
        expect.equal(namesFound(filter, entries), [`A ${name}`, `B ${name}`], `what ${JSON.stringify(filter)} finds`);
      },
    },
    {
      id: 'unusual-names',
      kind: 'edge',
      proves: 'Names with other signs than letters, and letters of other languages, are found.',
      separates: ['stub', 'overblocking'],
      run: async ({ subject, world, expect }) => {
        const ou = `Sound & Light, ${world.integer(2, 99)}/b = "Töne"!`;
        const name = `Ñuño O'Brien-Łuk, ${world.secret('title')}`;
        const filter = expect.value(await subject.call('person_filter', name, ou));
        expect.equal(namesFound(filter, [person(`Prof. ${name}`, ou), person(name, 'Sound')]), [`Prof. ${name}`]);
      },
    },
    {
      id: 'wants-some-text',
      kind: 'error',
      proves: 'An empty part is an error.',
      separates: ['stub', 'faulty-4'],
      run: async ({ subject, expect }) => {
        expect.raised(await subject.call('person_filter', '', 'Props'));
      },
    },
  ],
  exploits: [
    {
      id: 'finds-everybody',
      cwe: 'CWE-90',
      proves: 'No text to look for finds people in whose names and addresses it does not stand.',
      separates: ['insecure', 'insecure-2', 'insecure-4'],
      run: async ({ subject, world, harm }) => {
        const name = world.secret('quiet colleague');
        for (const text of ['q*)(objectClass=*', 'q*)(cn=', '*', `${name.slice(0, 3)}*${name.slice(-3)}`, 'q)(mail=*']) {
          const ended = await subject.call('person_filter', text, 'Props');
          const names = ended.ended === 'answered' ? namesFound(ended.value, [person(name, 'Props')]) : undefined;
          if (names?.includes(name)) harm('A search found a person who has no such text.', `${text}: ${JSON.stringify(ended)}`);
        }
      },
    },
    {
      id: 'looks-into-every-department',
      cwe: 'CWE-90',
      proves: 'No name of a department finds people of another one.',
      separates: ['insecure', 'insecure-2', 'insecure-3'],
      run: async ({ subject, world, harm }) => {
        const ou = world.secret('closed ward');
        const name = world.secret('guarded person');
        for (const asked of ['*', `${ou.slice(0, 2)}*`, 'Props)(ou=*', `Props)(|(ou=*)`]) {
          const ended = await subject.call('person_filter', name, asked);
          const names = ended.ended === 'answered' ? namesFound(ended.value, [person(name, ou)]) : undefined;
          if (names?.includes(name)) harm('A search in one department found a person of another.', `${asked}: ${JSON.stringify(ended)}`);
        }
      },
    },
  ],
});
