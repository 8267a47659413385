import { type Command, type CommandContext, UsageError } from './command.ts';
import { commands } from './commands.ts';
import { explained } from './explain.ts';

/** Runs a command and returns its exit code: 0, 1 when it failed, 2 when it was called wrongly. Explains failures on `err`. */
export async function runCommand(context: CommandContext, argv: readonly string[]): Promise<number> {
  try {
    const { command, args } = namedCommand(argv);
    return await command.run(context, args);
  } catch (error) {
    return explained(error, context);
  }
}

/** The command that the arguments begin with, and the arguments left. Throws `UsageError`. */
export function namedCommand(argv: readonly string[]): { command: Command; args: readonly string[] } {
  const typed = argv.join(' ');
  const command = commands.find(({ name }) => typed === name || typed.startsWith(`${name} `));
  if (!command) throw new UsageError(`unknown command "${argv.slice(0, 2).join(' ')}"`);
  return { command, args: argv.slice(command.name.split(' ').length) };
}
