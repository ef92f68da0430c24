import './zh-CN.ts';
import './bo.ts';
import './en.ts';
import { boControls } from './bo.controls.ts';
import { enControls } from './en.controls.ts';
import { registerControls } from './formatter.ts';
import { zhControls } from './zh.controls.ts';

registerControls('zh-CN', zhControls);
registerControls('bo', boControls);
registerControls('en', enControls);
