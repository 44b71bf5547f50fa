import { Command, CommanderError } from 'commander';
import { UserError } from '../core/index.ts';
import { commands } from './commands.ts';
import { processConsole } from './console.ts';
import type { Context } from './context.ts';
import { exitCodes } from './exit-codes.ts';

const closing = `
Exit codes: 0 fine, 1 Fathom's own error, 2 usage or configuration, 3 a gate failed, 4 too many unknowns, 130 interrupted.
Every flag is also a configuration key and an environment variable: --n-samples, n-samples, FATHOM_N_SAMPLES.
Keys are read from the environment only (OPENAI_API_KEY, ANTHROPIC_API_KEY, or the one that api-key-env names). Nothing is sent home.

Start here:
  fathom doctor                                    what this machine can measure
  fathom run --model scripted/careless             the bundled suite against a scripted system
  fathom evaluate samples.jsonl                    code that somebody else generated
  fathom init && fathom run fathom.yaml            your own model`;

/** First signal: stop in good order, so that everything finished is kept. Second: leave at once. */
const interruption = (note: (text: string) => void): { signal: AbortSignal; forget(): void } => {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(exitCodes.interrupted);
    note('fathom: stopping in good order: a run keeps what is finished, and the same command resumes it. Once more to leave at once.');
    controller.abort(new Error('interrupted'));
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  return {
    signal: controller.signal,
    forget: () => {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
    },
  };
};

const programOf = (context: Context, onExit: (code: number) => void, version: string): Command => {
  const program = new Command('fathom')
    .description('Measures whether secure code generation is really secure, and still works.')
    .version(version, '-V, --version')
    .showSuggestionAfterError()
    .showHelpAfterError('(add --help for what there is)')
    .addHelpText('after', closing)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.console.out(text.replace(/\n$/, '')),
      writeErr: (text) => context.console.note(text.replace(/\n$/, '')),
    });
  for (const { name, summary, configure, load } of commands) {
    const command = program.command(name).summary(summary).description(summary).exitOverride();
    command.configureOutput(program.configureOutput());
    configure(command);
    command.action(async (...received: unknown[]) => {
      const run = await load();
      onExit(await run(context, { positional: command.processedArgs, options: command.opts() }));
      void received;
    });
  }
  return program;
};

/** Runs the command line; yields the exit code. Never throws. */
export const main = async (argv: readonly string[], version: string): Promise<number> => {
  const console = processConsole();
  const interrupted = interruption(console.note);
  const context: Context = { console, environment: process.env, clock: Date.now, cwd: process.cwd(), signal: interrupted.signal, argv };
  let code: number = exitCodes.fine;
  const program = programOf(
    context,
    (reported) => {
      code = reported;
    },
    version,
  );
  try {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (thrown) {
    return explain(thrown, context);
  } finally {
    interrupted.forget();
  }
};

const explain = (thrown: unknown, { console, signal, environment }: Context): number => {
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
  if (signal.aborted) return exitCodes.interrupted;
  if (thrown instanceof UserError) {
    console.note(`fathom: ${thrown.code}: ${thrown.message}`);
    return exitCodes.usage;
  }
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  console.note(`fathom: internal error: ${error.message}`);
  console.note(
    environment.FATHOM_DEBUG === undefined
      ? 'This is a defect of Fathom or of a tool that it uses, not of your input. Set FATHOM_DEBUG=1 for the stack trace.'
      : String(error.stack),
  );
  return exitCodes.error;
};
