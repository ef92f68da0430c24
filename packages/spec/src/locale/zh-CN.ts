import { registerLanguage } from './formatter.ts';
import { zhMessages } from './zh.messages.ts';
import { zhRules } from './zh.rules.ts';

registerLanguage('zh-CN', { rules: zhRules, messages: zhMessages });
