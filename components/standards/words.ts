import type { ApproachStanding, Channel, ToldForm } from '@/domain/approach';
import type { StandardLevel } from '@/domain/standards/rule';

export const channelWords: Record<Channel, string> = {
  email: 'E-mail',
  phone: 'Telephone',
  letter: 'Letter',
  form: 'Web form',
  'in-person': 'In person',
  other: 'Another way',
};

export const standingWords: Record<ApproachStanding, string> = {
  waiting: 'Waiting for an answer',
  unanswered: 'No answer by the deadline',
  answered: 'Answered',
  declined: 'Declined to comment',
};

export const toldWords: Record<ToldForm, string> = {
  nothing: 'Nothing',
  answer: 'Words of the answer',
  summary: 'A summary of the answer',
  outcome: 'That they did not respond, or declined',
};

export const levelWords: Record<StandardLevel, string> = { off: 'Off', warning: 'Warning', blocking: 'Blocking' };
