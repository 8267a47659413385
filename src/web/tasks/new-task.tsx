import { type ReactNode, useState } from 'react';
import { useMe } from '#web/api/use-me.ts';
import { NewTaskDialog, type TaskPreset } from './new-task-dialog.tsx';

type Props = TaskPreset & Readonly<{ className?: string; children: ReactNode }>;

/** A button that opens 新建跟进 for a customer, a deal or a colleague; nothing for who may not write tasks. */
export function NewTaskButton({ className = 'link', children, ...preset }: Props) {
  const { permissions } = useMe().viewer;
  const [isOpen, setOpen] = useState(false);
  if (!permissions.includes('tasks.write')) return null;
  return (
    <>
      <button type="button" className={className} onClick={() => setOpen(true)}>
        {children}
      </button>
      {isOpen && <NewTaskDialog {...preset} onClose={() => setOpen(false)} />}
    </>
  );
}
