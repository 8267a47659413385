import { apiKeyCreateCommand } from './api-key.ts';
import { backupCommand } from './backup.ts';
import type { Command } from './command.ts';
import { doctorCommand } from './doctor.ts';
import { importCommand } from './import.ts';
import { workspacePasswordsCommand } from './passwords.ts';
import { rotateKeysCommand } from './rotate-keys.ts';
import {
  userCreateCommand,
  userOperatorCommand,
  userResetSecondFactorCommand,
  userSetPasswordCommand,
} from './user.ts';
import { workspaceCreateCommand } from './workspace.ts';

/** Every command but `start`, in the order of the help. */
export const commands: readonly Command[] = [
  importCommand,
  workspaceCreateCommand,
  workspacePasswordsCommand,
  userCreateCommand,
  userSetPasswordCommand,
  userResetSecondFactorCommand,
  userOperatorCommand,
  apiKeyCreateCommand,
  backupCommand,
  rotateKeysCommand,
  doctorCommand,
];
