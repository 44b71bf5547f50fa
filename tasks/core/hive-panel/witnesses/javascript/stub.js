module.exports = { mixSettings: (standard, chosen) => '{}', isOn: (settings, settingName) => false };
