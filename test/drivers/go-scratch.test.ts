import { readFileSync } from 'node:fs';
import { afterAll, it } from 'vitest';
import { defaultLimits } from '../../src/core/index.ts';
import { c } from '../../src/drivers/c/c.ts';
import { go, goToolFolder } from '../../src/drivers/go/go.ts';
import { trialBox } from './box.ts';

const box = trialBox(64_490, process.env.BARE ? [] : [goToolFolder(process.env)]);
afterAll(() => box.close());
const fn = (name) => ({
  kind: 'function',
  functions: [{ name, parameters: [{ name: 'text', type: 'string' }], returns: { type: 'string' } }],
});
const time = async (what, launch) => {
  const times = [];
  let s;
  for (let i = 0; i < 12; i++) {
    const t = performance.now();
    const session = await box.open({ launch, limits: defaultLimits, files: [], environment: {} });
    times.push(performance.now() - t);
    s = await session.sightings();
    if (!session.loaded.loaded) throw new Error(JSON.stringify(session.loaded));
    await session.close();
  }
  times.sort((a, b) => a - b);
  console.log(what, 'median', times[6], 'min', times[0], 'max', times[11], JSON.stringify(s));
};
it('measures', async () => {
  const note = `package main
import ("fmt";"os";"strings";"path/filepath")
func echoText(text string) (string, error) { if strings.Contains(text, "..") { return "", fmt.Errorf("no") }; b, err := os.ReadFile(filepath.Join("/work", text)); return string(b), err }`;
  await time('function', go().launch(note, fn('echo_text'), []));
  const heavy = `package main
import ("fmt";"net/http";"encoding/xml";"database/sql";"html/template";"archive/zip";"crypto/x509")
var _ = http.Get; var _ = xml.Unmarshal; var _ = sql.Open; var _ = template.New; var _ = zip.NewReader; var _ = x509.NewCertPool
func echoText(text string) (string, error) { t:=template.Must(template.New("").Parse(text)); fmt.Println(t); r,e:=http.Get(text); fmt.Println(r,e); return text, nil }`;
  await time('heavy', go().launch(heavy, fn('echo_text'), []));
  await time(
    'service',
    go().launch(readFileSync('test/fixtures/drivers/go/service.go', 'utf8'), { kind: 'http', framework: {}, application: 'app' }, []),
  );
  await time('C', c().launch('char *echo_text(const char *t) { return (char*)t; }', fn('echo_text'), []));
}, 200000);
