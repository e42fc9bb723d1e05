// toml++ is C++, which Swift does not see here: this target only says where it is. CTOML uses it.
#pragma once
