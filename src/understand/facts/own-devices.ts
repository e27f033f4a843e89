/** Devices of one office that are each in trouble: "iPad saya tidak bisa sinkron dan laptop di ruang saya minta update". */
import { sought, type Searched } from './searched.ts';

const DEVICE =
  'laptop|notebook|ipad|tablet|iphone|ponsel|hp|handphone|printer|scanner|komputer|pc|monitor|tv|smart tv|proyektor|webcam|telepon|macbook|imac';
const OWNER = String.raw`(?:saya|sy|aku|kami|beliau|pimpinan|(?:pak|bu|bapak|ibu|mas|mbak) \p{L}{3,}|bapak|ibu)`;
/** A device with its owner, with which a clause begins. */
const OWNED = sought(
  new RegExp(
    String.raw`(?:^|[.,;:!?\n]\s{0,2}|\b(?:dan|serta|sama|sedangkan|sementara|lalu|terus|plus) )(${DEVICE})(?:nya)?(?: (?:yang |yg )?(?:milik|punya|di|dari|pribadi|dinas|kantor|ruang|ruangan|rumah|meja)){0,3} ${OWNER}(?: juga)? (?!dan |serta |sama |mohon |minta di)\p{L}`,
    'giu',
  ),
);

/** How many kinds of them stand so, something being said of each; fewer than two say nothing. */
export function ownDevices(text: Searched): number {
  const told = text.all(OWNED).filter(([stretch]) => /\p{Ll}$/u.test(stretch));
  return new Set(told.map(([, device = '']) => device.toLowerCase())).size;
}
