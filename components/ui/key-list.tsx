'use client';
import { Switch } from './checkbox';
import { availableCommands, setSingleKeys, singleKeys } from './command';
import { Dialog } from './dialog';
import { byGroup } from './entry';
import { Kbd } from './kbd';
import { useStore } from './store';

/** The switch for single-key shortcuts, for the settings page and the list of keys alike. */
export const SingleKeySwitch = () => (
  <Switch
    label="Single-key shortcuts"
    hint="Turn off if speech input or a tremor sets them off. Those with Ctrl or ⌘ go on working."
    checked={useStore(singleKeys, true)}
    onChange={setSingleKeys}
  />
);

/** What every key does here and now. */
export function KeyList({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const groups = open ? byGroup(availableCommands().filter((command) => command.keys)) : [];
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keys" size="lg">
      <div className="gap-8 sm:columns-2">
        {groups.map(([group, commands]) => (
          <section key={group} className="mb-5 break-inside-avoid">
            <h3 className="border-b pb-1 text-sm font-semibold text-ink-soft">{group}</h3>
            <dl>
              {commands.map((command) => (
                <div key={command.keys} className="flex min-h-8 items-center justify-between gap-4 border-b">
                  <dt>{command.label}</dt>
                  <dd>
                    <Kbd keys={command.keys!} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <SingleKeySwitch />
    </Dialog>
  );
}
