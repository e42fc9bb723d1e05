// Nothing of ICU may be seen from Swift: this target only says where the library is. CICU uses it.
#pragma once
