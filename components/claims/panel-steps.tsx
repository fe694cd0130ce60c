import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { IconButton } from '../ui/icon-button';

type Props = { onStep: (by: 1 | -1) => void; onClose: () => void };

/** The ways on from an open claim: to the one before and after, and back to the article. */
export const PanelSteps = ({ onStep, onClose }: Props) => (
  <>
    <IconButton size="sm" label="Previous claim" keys="k" icon={<ChevronUp aria-hidden />} onClick={() => onStep(-1)} />
    <IconButton size="sm" label="Next claim" keys="j" icon={<ChevronDown aria-hidden />} onClick={() => onStep(1)} />
    <IconButton size="sm" label="Close" keys="Escape" icon={<X aria-hidden />} onClick={onClose} />
  </>
);
